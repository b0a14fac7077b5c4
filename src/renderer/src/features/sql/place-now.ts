import type { ConsoleMemory } from './console-memory.ts';

/** Where in the draft an entry's place is by now. Null: in a file, or in text that is gone. */
export function placeNow(
  { runs, trail }: Pick<ConsoleMemory, 'runs' | 'trail'>,
  entryId: number,
  offset: number,
): number | null {
  const run = runs.findLast(({ firstEntryId }) => firstEntryId <= entryId);
  const moment = run === undefined ? 0 : run.moment;
  return moment === null ? null : trail.find(offset, moment);
}
