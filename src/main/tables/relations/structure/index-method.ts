/** What follows USING in CREATE INDEX: "btree (email) WHERE active". `sqlName` is the index as it is written there. */
export function indexMethod(definition: string, sqlName: string): string {
  const words = ' USING ';
  const at = definition.indexOf(words, definition.indexOf(sqlName) + sqlName.length);
  return at < 0 ? definition : definition.slice(at + words.length);
}
