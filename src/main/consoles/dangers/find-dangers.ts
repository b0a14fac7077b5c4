import { bindPlaceholders } from '../../../shared/sql/bind-placeholders.ts';
import { interpolateVariables } from '../../../shared/sql/interpolate-variables.ts';
import type { ScannedItem, ScannedStatement } from '../../../shared/sql/scanned-item.ts';
import { statementFacts } from '../../../shared/sql/statement-facts.ts';
import type { FoundDanger } from './found-danger.ts';

export interface DangerousValues {
  /** psql's. */
  variables: ReadonlyMap<string, string>;
  /** Of the form, by name. */
  values: Readonly<Record<string, string | null>>;
}

/** What the text of a script tells of its dangers, in order. */
export function findDangers(items: readonly ScannedItem[], values: DangerousValues): FoundDanger[] {
  const found: FoundDanger[] = [];
  let here = true;
  for (const item of items) {
    if (item.kind === 'command' && (item.name === 'c' || item.name === 'connect')) here = false;
    if (item.kind !== 'statement') continue;
    const text = filledIn(item, values);
    for (const danger of statementFacts(text).dangers) found.push({ danger, statement: item, text, here });
  }
  return found;
}

function filledIn(statement: ScannedStatement, { variables, values }: DangerousValues): string {
  if (statement.placeholders.length === 0) return statement.text;
  const { text, placeholders } = interpolateVariables(statement, variables);
  return bindPlaceholders({ text, placeholders }, new Map(Object.entries(values))).text;
}
