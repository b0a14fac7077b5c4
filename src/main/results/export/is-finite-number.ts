/** Whether the text of a number, up to before `end`, is one: `NaN` and infinities are values of Postgres' types, too. */
export function isFiniteNumber(bytes: Uint8Array, end: number): boolean {
  const last = bytes[end - 1] ?? 0;
  return last >= 0x30 && last <= 0x39;
}
