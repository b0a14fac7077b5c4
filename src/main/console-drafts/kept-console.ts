import * as z from 'zod';
import { consoleSchema } from '../../shared/contract/consoles.ts';

/** A console as its file holds it: with the engine that its instance is on. */
export const keptConsoleSchema = consoleSchema.extend({ engine: z.string() });
export type KeptConsole = z.infer<typeof keptConsoleSchema>;
