const isoDate = /^\s*(\d{4}-\d{2}-\d{2})(?!\d)/;

/** The date that a text of the server begins with, for a calendar; "" where it is none that one shows. */
export function dateIn(text: string): string {
  return / BC\s*$/.test(text) ? '' : (isoDate.exec(text)?.[1] ?? '');
}

/** A text with another date: the time behind it stays; what was no date goes. */
export function withDate(text: string, date: string): string {
  const found = isoDate.exec(text);
  return found === null ? date : `${date}${text.slice(found[0].length)}`;
}
