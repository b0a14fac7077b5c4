/** Address of a volume's details. */
export function volumePath(name: string): string {
  return `/volumes/${encodeURIComponent(name)}`;
}
