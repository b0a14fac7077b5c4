/** "new", or "new 2" where there are several. `inserts`: ids of all new rows, in order. */
export function newRowName(id: string, newText: string, inserts: readonly string[]): string {
  return inserts.length > 1 ? `${newText} ${inserts.indexOf(id) + 1}` : newText;
}
