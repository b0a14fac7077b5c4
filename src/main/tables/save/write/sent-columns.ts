import type { StagedValue } from '../../../../shared/contract/row-changes.ts';
import type { RelationFacts } from '../../relations/relation-facts.ts';

interface SentColumn {
  name: string;
  /** Its name in `v`. */
  as: string;
  /** In `v`, as the column's type. */
  value: string;
  /** One for each row. */
  texts: (string | null)[];
}

/** What is sent of rows that all have values for the same columns, and which of these take their default. */
export function sentColumns(
  facts: RelationFacts,
  rows: readonly { values: Readonly<Record<string, StagedValue>> }[],
): { sent: SentColumn[]; defaults: string[] } {
  const sent: SentColumn[] = [];
  const defaults: string[] = [];
  for (const [name, value] of Object.entries(rows[0]?.values ?? {})) {
    if (isDefault(value)) {
      defaults.push(name);
      continue;
    }
    const as = `c${sent.length + 1}`;
    const texts = rows.map(({ values }) => textOf(values[name]));
    sent.push({ name, as, value: `v.${as}::${facts.castTypeOf(name)}`, texts });
  }
  return { sent, defaults };
}

/** Equal for rows that can be written by one statement. */
export function columnsOf(values: Readonly<Record<string, StagedValue>>): string {
  const names = Object.keys(values);
  if (names.length > 1) names.sort();
  let columns = '';
  for (const name of names) columns += `${isDefault(values[name] ?? null) ? 'd' : 'v'}${name}\0`;
  return columns;
}

function isDefault(value: StagedValue): value is { default: true } {
  return value !== null && typeof value === 'object';
}

function textOf(value: StagedValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
