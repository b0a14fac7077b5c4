/**
 * Elements of an array of one dimension as Postgres writes it; null for any other: with bounds, of arrays, or not an
 * array at all.
 * https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO
 */
export function readElements(text: string, delimiter: ',' | ';'): (string | null)[] | null {
  const body = /^\s*\{([\s\S]*)\}\s*$/.exec(text)?.[1];
  if (body === undefined) return null;
  if (body.trim() === '') return [];
  const elements: (string | null)[] = [];
  for (let at = 0; ; ) {
    const found = readElement(body, at, delimiter);
    if (found === null) return null;
    elements.push(found.value);
    if (found.end >= body.length) return elements;
    if (body[found.end] !== delimiter) return null;
    at = found.end + 1;
  }
}

const quotedElement = /\s*"([^"\\]*(?:\\[\s\S][^"\\]*)*)"\s*/y;
const plainElement = { ',': /(?:[^{}",;\\]|;|\\[\s\S])*/y, ';': /(?:[^{}",;\\]|,|\\[\s\S])*/y };

function readElement(
  body: string,
  at: number,
  delimiter: ',' | ';',
): { value: string | null; end: number } | null {
  quotedElement.lastIndex = at;
  const quoted = quotedElement.exec(body)?.[1];
  if (quoted !== undefined) return { value: unescaped(quoted), end: quotedElement.lastIndex };
  const { [delimiter]: plain } = plainElement;
  plain.lastIndex = at;
  const value = plain.exec(body)?.[0].trim() ?? '';
  if (value === '') return null;
  return { value: /^null$/i.test(value) ? null : unescaped(value), end: plain.lastIndex };
}

const unescaped = (text: string): string => text.replace(/\\([\s\S])/g, '$1');

export function writeElements(elements: readonly (string | null)[], delimiter: ',' | ';'): string {
  return `{${elements.map((element) => (element === null ? 'NULL' : quoted(element, delimiter))).join(delimiter)}}`;
}

function quoted(element: string, delimiter: string): string {
  const isPlain = element !== '' && !/[{}"\\\s]/.test(element) && !element.includes(delimiter);
  if (isPlain && !/^null$/i.test(element)) return element;
  return `"${element.replace(/["\\]/g, '\\$&')}"`;
}
