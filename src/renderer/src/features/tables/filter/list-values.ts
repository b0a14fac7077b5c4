/** Values with commas between them, as a line of CSV: in quotes where they hold a comma, a quote or outer spaces. */
export function listValues(text: string): string[] {
  const values: string[] = [];
  const pattern = /\s*(?:"((?:[^"]|"")*)"|([^,]*))\s*(?:,|$)/gy;
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text);
    if (found === null) break;
    const [, quoted, plain = ''] = found;
    if (quoted !== undefined) values.push(quoted.replaceAll('""', '"'));
    else if (plain.trim() !== '') values.push(plain.trim());
  }
  return values;
}

export const listText = (values: readonly string[]): string =>
  values
    .map((value) => (value === '' || /[",]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value))
    .join(', ');
