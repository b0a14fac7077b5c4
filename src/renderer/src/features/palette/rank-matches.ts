/** How well `query` fits `text`, or null: whole, start, start of a word, somewhere, letters in order. */
function rank(text: string, query: string): number | null {
  const place = text.indexOf(query);
  if (place === 0) return text.length === query.length ? 0 : 1;
  if (place > 0) return /[\s._:·/-]/.test(text.charAt(place - 1)) ? 2 : 3;
  let from = 0;
  for (const character of query) {
    const at = text.indexOf(character, from);
    if (at < 0) return null;
    from = at + character.length;
  }
  return 4;
}

/** Entries that fit what is typed, best first; equally good ones keep their order. */
export function rankMatches<Entry extends { label: string }>(
  entries: readonly Entry[],
  typed: string,
): readonly Entry[] {
  const query = typed.trim().toLowerCase();
  if (query === '') return entries;
  return entries
    .flatMap((entry) => {
      const found = rank(entry.label.toLowerCase(), query);
      return found === null ? [] : [{ entry, found }];
    })
    .sort((a, b) => a.found - b.found)
    .map(({ entry }) => entry);
}
