import * as z from 'zod';

/** A node as `EXPLAIN (FORMAT JSON)` writes it; what is not named here becomes a detail. */
export interface ExplainNode {
  'Node Type': string;
  'Startup Cost': number;
  'Total Cost': number;
  'Plan Rows': number;
  'Plan Width': number;
  'Actual Startup Time'?: number | undefined;
  'Actual Total Time'?: number | undefined;
  'Actual Rows'?: number | undefined;
  'Actual Loops'?: number | undefined;
  Plans?: ExplainNode[] | undefined;
  [field: string]: unknown;
}

const nodeSchema: z.ZodType<ExplainNode> = z.lazy(() =>
  z.looseObject({
    'Node Type': z.string(),
    'Startup Cost': z.number(),
    'Total Cost': z.number(),
    'Plan Rows': z.number(),
    'Plan Width': z.number(),
    'Actual Startup Time': z.number().optional(),
    'Actual Total Time': z.number().optional(),
    'Actual Rows': z.number().optional(),
    'Actual Loops': z.number().optional(),
    Plans: z.array(nodeSchema).optional(),
  }),
);

const triggerSchema = z.looseObject({
  'Trigger Name': z.string().optional(),
  'Constraint Name': z.string().optional(),
  Calls: z.number(),
  Time: z.number(),
});

const explainSchema = z.looseObject({
  Plan: nodeSchema,
  'Planning Time': z.number().optional(),
  'Execution Time': z.number().optional(),
  Triggers: z.array(triggerSchema).optional(),
});
export type ExplainOutput = z.infer<typeof explainSchema>;

/** One for each statement that rules made of it; what is no query is only named. */
const answerSchema = z.array(z.union([explainSchema, z.string()]));

/**
 * Reads what the server answered. Of several plans the first counts; null: a rule left nothing to plan.
 * @throws Error when it is no plan: a server of the future
 */
export function parseExplainOutput(json: string): ExplainOutput | null {
  const plans = answerSchema.parse(JSON.parse(json));
  return plans.find((plan) => typeof plan !== 'string') ?? null;
}
