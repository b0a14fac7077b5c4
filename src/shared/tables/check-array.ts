/**
 * Whether a text has the outline of an array: braces that match, with nothing around them but bounds (`[0:1]={…}`).
 * https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO
 */
export function isArrayText(text: string): boolean {
  const body = text.replace(/^\s*(?:(?:\[[^\]]*\]\s*)+=)?\s*/, '').trimEnd();
  if (!body.startsWith('{')) return false;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < body.length; at += 1) {
    const character = body[at];
    if (character === '\\') at += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && character === '{') depth += 1;
    else if (!quoted && character === '}') depth -= 1;
    if (depth === 0) return at === body.length - 1;
  }
  return false;
}
