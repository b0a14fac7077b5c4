import type { ScannedItem } from '../../shared/sql/scanned-item.ts';
import { sessionVariables } from './session-variables.ts';

/**
 * Names that a script uses and nobody gave a value: neither psql's variables (those of the session that is to come
 * included), nor the form, nor a `\set` before. In the
 * order in which they are used; `$1` is named "1".
 */
export function missingValues(
  items: readonly ScannedItem[],
  variables: ReadonlyMap<string, string>,
  values: Readonly<Record<string, string | null>>,
): string[] {
  const missing = new Set<string>();
  const set = new Set<string>();
  for (const item of items) {
    if (item.kind === 'command' && item.name === 'set') {
      const [name] = item.argument.trim().split(/\s+/, 1);
      if (name !== undefined) set.add(name);
    }
    if (item.kind !== 'statement') continue;
    for (const { kind, name } of item.placeholders) {
      if (kind === 'defined' || sessionVariables.has(name)) continue;
      if (!variables.has(name) && !set.has(name) && !Object.hasOwn(values, name)) missing.add(name);
    }
  }
  return [...missing];
}
