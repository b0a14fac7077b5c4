import * as z from 'zod';

/** One node of a query plan; figures as EXPLAIN gives them, times in milliseconds. */
export interface PlanNode {
  id: number;
  /** "Seq Scan", "Hash Join". */
  type: string;
  /** What it works on: "customers c", "customers_pkey", "CTE totals". */
  on: string | null;
  /** Join type, strategy, direction, parallel: what else belongs to the headline. */
  traits: string[];
  /** Conditions, keys and the rest: name and text, in EXPLAIN's order. */
  details: { name: string; text: string }[];
  startupCost: number;
  totalCost: number;
  planRows: number;
  planWidth: number;
  /** Null without ANALYZE. `rows` and times are for all loops together. */
  actual: { rows: number; loops: number; startupMs: number; totalMs: number; selfMs: number } | null;
  /** In blocks of 8 kB, without those of its children. */
  buffers: { sharedHit: number; sharedRead: number; written: number; temp: number } | null;
  /** What a person should look at first. */
  marks: PlanMark[];
  children: PlanNode[];
}

export const planMarkSchema = z.enum([
  'slowest',
  'costliest',
  'rows-underestimated',
  'rows-overestimated',
  'spills',
  'filters-most',
  'never-executed',
]);
export type PlanMark = z.infer<typeof planMarkSchema>;

export const planNodeSchema: z.ZodType<PlanNode> = z.lazy(() =>
  z.object({
    id: z.number().int(),
    type: z.string(),
    on: z.string().nullable(),
    traits: z.array(z.string()),
    details: z.array(z.object({ name: z.string(), text: z.string() })),
    startupCost: z.number(),
    totalCost: z.number(),
    planRows: z.number(),
    planWidth: z.number(),
    actual: z
      .object({
        rows: z.number(),
        loops: z.number(),
        startupMs: z.number(),
        totalMs: z.number(),
        selfMs: z.number(),
      })
      .nullable(),
    buffers: z
      .object({ sharedHit: z.number(), sharedRead: z.number(), written: z.number(), temp: z.number() })
      .nullable(),
    marks: z.array(planMarkSchema),
    children: z.array(planNodeSchema),
  }),
);

export const planSchema = z.object({
  statement: z.string(),
  analyzed: z.boolean(),
  /** ANALYZE of a writing statement: it ran and was rolled back. */
  rolledBack: z.boolean(),
  root: planNodeSchema,
  planningMs: z.number().nullable(),
  executionMs: z.number().nullable(),
  triggers: z.array(z.object({ name: z.string(), calls: z.number(), totalMs: z.number() })),
  /** The server's own output. */
  raw: z.string(),
});
export type Plan = z.infer<typeof planSchema>;
