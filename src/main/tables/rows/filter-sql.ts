import type { RowFilter } from '../../../shared/contract/table-rows.ts';
import { filterWhereProblem, type WhereProblem } from '../../../shared/tables/filter-where-problem.ts';
import { hasWhere } from '../../../shared/tables/has-where.ts';
import type { RelationFacts } from '../relations/relation-facts.ts';
import { conditionSql } from './condition-sql.ts';
import type { SqlWriter } from './sql-writer.ts';
import { tableFailure } from './table-failure.ts';

const problems: Record<WhereProblem, string> = {
  'open-string': 'the condition ends inside a string',
  'open-name': 'the condition ends inside a quoted name',
  'open-comment': 'the condition ends inside a comment',
  'open-parenthesis': 'the condition has an opening parenthesis without its closing one',
  'extra-parenthesis': 'the condition has a closing parenthesis without its opening one',
  semicolon: 'the condition is one expression: it cannot have a semicolon',
  parameter: 'the condition has a parameter ($1), of which no value is given',
};

/**
 * What rows must fulfil: expressions that are to be joined by AND; none: every row does. What the person wrote stands on
 * lines of its own where a comment at its end could take something along.
 * @throws AppFailure `database-error` when there is no such column, values are missing, or the person's expression would
 * reach beyond itself
 */
export function filterSql(facts: RelationFacts, filter: RowFilter, writer: SqlWriter): string[] {
  const conditions = filter.conditions.map((condition) => conditionSql(facts, condition, writer));
  const matched =
    filter.match === 'any' && conditions.length > 1 ? [`(${conditions.join(' OR ')})`] : conditions;
  if (!hasWhere(filter.where)) return matched;
  const problem = filterWhereProblem(filter.where);
  if (problem !== null) throw tableFailure('42601', problems[problem]);
  return [...matched, /\n|\r|--/.test(filter.where) ? `(\n${filter.where}\n)` : `(${filter.where})`];
}
