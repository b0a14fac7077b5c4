import * as z from 'zod';
import { appErrorSchema } from '../../shared/app-error.ts';
import { engineInfoSchema } from '../../shared/contract/engine.ts';
import { operationSchema, operationStepSchema } from '../../shared/contract/operations.ts';

const facts = z.record(z.string(), z.unknown());
const common = { id: z.string(), atMs: z.number() };

/** One line of the journal. An operation is the sum of its records: see `apply-record.ts`. */
export const journalRecordSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('begin'),
    ...common,
    kind: operationSchema.shape.kind,
    subject: z.string(),
    /** Where it happens: only there can it be carried on. */
    engine: engineInfoSchema.pick({ id: true, address: true }),
    locks: z.array(z.string()),
    cancellable: z.boolean(),
    steps: z.array(operationStepSchema.pick({ name: true, command: true })),
    facts,
  }),
  z.object({
    type: z.literal('step'),
    ...common,
    index: z.number().int(),
    state: operationStepSchema.shape.state,
    facts,
  }),
  z.object({ type: z.literal('facts'), ...common, facts }),
  /** A later process, or a second attempt in this one, carries on. */
  z.object({ type: z.literal('resume'), ...common, direction: z.enum(['finish', 'roll-back']) }),
  /** It could neither end nor roll back (the engine went away): it waits for a decision. */
  z.object({ type: z.literal('pause'), ...common, error: appErrorSchema.nullable() }),
  z.object({
    type: z.literal('end'),
    ...common,
    state: z.enum(['succeeded', 'failed', 'cancelled', 'rolled-back']),
    error: appErrorSchema.nullable(),
    result: operationSchema.shape.result,
  }),
]);
export type JournalRecord = z.infer<typeof journalRecordSchema>;

/** The engine that an operation works on. */
export type OperationEngine = Extract<JournalRecord, { type: 'begin' }>['engine'];
