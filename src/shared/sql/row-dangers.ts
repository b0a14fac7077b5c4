import { constantCondition } from './constant-condition.ts';
import type { RowsDanger, StatementDanger } from './statement-danger.ts';
import { nameLength, part, placeOf, type Stretch, splitAt, textOf, without } from './stretch.ts';

/** An UPDATE or DELETE that spares no row; the stretch begins at its verb. */
export function rowDangers(stretch: Stretch): RowsDanger[] {
  const isUpdate = stretch.tokens[0]?.word === 'update';
  const where = placeOf(stretch, ['where']);
  const returning = placeOf(stretch, ['returning'], Math.min(where, stretch.tokens.length));
  if (where < stretch.tokens.length && constantCondition(part(stretch, where + 1, returning)) !== true)
    return [];
  const body = part(stretch, 0, Math.min(where, placeOf(stretch, ['returning'])));
  const target = isUpdate ? part(body, 1, placeOf(body, ['set'])) : deleteTarget(body);
  const others = isUpdate ? part(body, fromPlace(body) + 1) : part(body, placeOf(body, ['using']) + 1);
  const named = without(target, 'only', '(');
  const relation = textOf(part(named, 0, nameLength(named)));
  return [
    {
      kind: isUpdate ? 'update-all' : 'delete-all',
      object: relation,
      relation,
      countQuery: countQuery(textOf(target), textOf(others)),
    },
  ];
}

function deleteTarget(body: Stretch): Stretch {
  return without(part(body, 1, placeOf(body, ['using'])), 'from');
}

/** `SET a = b IS DISTINCT FROM c` has a FROM of its own. */
function fromPlace(body: Stretch): number {
  let at = placeOf(body, ['from']);
  while (at < body.tokens.length && body.tokens[at - 1]?.word === 'distinct')
    at = placeOf(body, ['from'], at + 1);
  return at;
}

function countQuery(target: string, others: string): string {
  const joined = others === '' ? '' : ` where exists (select from ${others})`;
  return `select count(*) from ${target}${joined}`;
}

/** `TRUNCATE a, ONLY b RESTART IDENTITY CASCADE`: each table. */
export function truncateDangers(stretch: Stretch): StatementDanger[] {
  const tables = without(part(stretch, 1), 'table');
  return splitAt(part(tables, 0, placeOf(tables, ['restart', 'continue', 'cascade', 'restrict'])), ',').map(
    (table) => {
      const named = without(table, 'only', '(');
      const relation = textOf(part(named, 0, nameLength(named)));
      return { kind: 'truncate', object: relation, relation };
    },
  );
}
