/** Rows that a command tag counts, "INSERT 0 3" or "COPY 3"; null where it counts none. */
export function rowsOfCommand(command: string): number | null {
  const count = /^(?:SELECT|INSERT \d+|UPDATE|DELETE|MERGE|COPY|FETCH|MOVE) (\d+)$/.exec(command)?.[1];
  return count === undefined ? null : Number(count);
}
