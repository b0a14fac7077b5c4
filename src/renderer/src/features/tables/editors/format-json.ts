const indent = '  ';
const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * JSON with a line for each part, every number, key and text as it was written: what a parser makes of them loses
 * digits of long numbers and keys that stand twice. The text must be JSON.
 */
export function formatJson(text: string): string {
  const parts: string[] = [];
  let depth = 0;
  let isJustOpen = false;
  const line = () => `\n${indent.repeat(depth)}`;
  for (const [part] of text.matchAll(token)) {
    const closes = part === '}' || part === ']';
    if (closes) depth -= 1;
    if (closes !== isJustOpen) parts.push(line());
    isJustOpen = part === '{' || part === '[';
    if (isJustOpen) depth += 1;
    parts.push(part === ':' ? ': ' : part);
    if (part === ',') parts.push(line());
  }
  return parts.join('');
}
