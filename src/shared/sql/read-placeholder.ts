import { isDigit } from './char-classes.ts';
import type { Placeholder } from './scanned-item.ts';

/**
 * Kind and name of a lexeme `:name`, `:'name'`, `:"name"`, `:{?name}` or `$1`. Null: `:1` and the like, which is a
 * slice's bound far more often than a variable.
 */
export function readPlaceholder(text: string): Pick<Placeholder, 'kind' | 'name'> | null {
  if (text.startsWith('$')) return { kind: 'positional', name: text.slice(1) };
  if (text.startsWith(":'")) return { kind: 'literal', name: text.slice(2, -1) };
  if (text.startsWith(':"')) return { kind: 'identifier', name: text.slice(2, -1) };
  if (text.startsWith(':{?')) return { kind: 'defined', name: text.slice(3, -1) };
  if (isDigit(text.charCodeAt(1))) return null;
  return { kind: 'plain', name: text.slice(1) };
}
