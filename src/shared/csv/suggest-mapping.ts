/** What of a column decides where values may go. */
export interface MappableColumn {
  name: string;
  canInsert: boolean;
}

/**
 * For each column of a file where it probably goes; null: nowhere. With a header by name (case, spaces, underscores and
 * dashes are passed over; an exact name goes before a similar one), else by position. No column is named twice.
 *
 * @param header the names in the first line, or how many columns a file without names has
 */
export function suggestMapping(
  header: readonly string[] | number,
  columns: readonly MappableColumn[],
): (string | null)[] {
  const free = new Set(columns.filter(({ canInsert }) => canInsert).map(({ name }) => name));
  if (typeof header === 'number') {
    const names = [...free];
    return Array.from({ length: header }, (_, index) => names[index] ?? null);
  }
  const take = (matches: (name: string) => boolean): string | null => {
    const found = [...free].find(matches) ?? null;
    if (found !== null) free.delete(found);
    return found;
  };
  const exact = header.map((title) => take((name) => name === title));
  return header.map((title, index) => {
    const wanted = plainName(title);
    return exact[index] ?? (wanted === '' ? null : take((name) => plainName(name) === wanted));
  });
}

/** Names that differ in spelling only are the same. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_-]+/gu, '');
}
