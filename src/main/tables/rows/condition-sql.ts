import type { ValueType } from '../../../shared/contract/relations.ts';
import type { FilterCondition, FilterOperator } from '../../../shared/contract/table-rows.ts';
import { filterValueCount } from '../../../shared/tables/filter-value-count.ts';
import type { RelationFacts } from '../relations/relation-facts.ts';
import { escapeLike } from './escape-like.ts';
import type { SqlWriter } from './sql-writer.ts';
import { tableFailure } from './table-failure.ts';

interface Compared {
  /** As it is compared. */
  column: string;
  castType: string;
  isLoose: boolean;
  writer: SqlWriter;
}

/**
 * One condition of the filter.
 * @throws AppFailure `database-error` when there is no such column, or values are missing or too many
 */
export function conditionSql(facts: RelationFacts, condition: FilterCondition, writer: SqlWriter): string {
  const { operator, values } = condition;
  const castType = facts.castTypeOf(condition.column);
  const valueType = facts.relation.columns.find(({ name }) => name === condition.column)?.valueType;
  if (castType === undefined || valueType === undefined) {
    throw tableFailure('42703', `column "${condition.column}" does not exist`);
  }
  refuseCount(condition);
  const column = writer.column(condition.column);
  const isLoose = facts.hasLooseCollation(condition.column);
  switch (operator) {
    case 'is-null':
      return `${column} IS NULL`;
    case 'is-not-null':
      return `${column} IS NOT NULL`;
    case 'is-true':
      return `${column} IS TRUE`;
    case 'is-false':
      return `${column} IS FALSE`;
    default:
      return compareSql(operator, values, comparedAs(valueType, { column, castType, isLoose, writer }));
  }
}

function refuseCount({ column, operator, values }: FilterCondition): void {
  const count = filterValueCount(operator);
  const wanted = count === 'many' ? Math.max(values.length, 1) : count;
  if (values.length === wanted) return;
  const given = `${values.length} given`;
  throw tableFailure('22023', `the condition on "${column}" needs ${wanted} value(s), ${given}`);
}

/** `json` has neither equality nor `@>`: it is compared as `jsonb`. */
function comparedAs(valueType: ValueType, compared: Compared): Compared {
  const { column, castType } = compared;
  if (valueType !== 'json' || castType === 'jsonb') return compared;
  return { ...compared, column: `${column}::jsonb`, castType: 'jsonb' };
}

type ComparingOperator = Exclude<FilterOperator, 'is-null' | 'is-not-null' | 'is-true' | 'is-false'>;

function compareSql(
  operator: ComparingOperator,
  values: string[],
  { column, castType, isLoose, writer }: Compared,
): string {
  const [first = '', second = ''] = values;
  const value = (text = first) => writer.value(text, castType);
  const isText = castType === 'text' || castType === 'character varying';
  const text = `${column}${isText ? '' : '::text'}${isLoose ? ' COLLATE "default"' : ''}`;
  const like = (before: string, after: string) =>
    `${text} ILIKE ${writer.value(`${before}${escapeLike(first)}${after}`, 'text')}`;
  switch (operator) {
    case 'equals':
      return `${column} = ${value()}`;
    case 'differs':
      return `${column} IS DISTINCT FROM ${value()}`;
    case 'less':
      return `${column} < ${value()}`;
    case 'at-most':
      return `${column} <= ${value()}`;
    case 'more':
      return `${column} > ${value()}`;
    case 'at-least':
      return `${column} >= ${value()}`;
    case 'between':
      return `${column} BETWEEN ${value()} AND ${value(second)}`;
    case 'in':
      return `${column} ${writer.oneOf(values, castType)}`;
    case 'contains':
      return like('%', '%');
    case 'starts-with':
      return like('', '%');
    case 'ends-with':
      return like('%', '');
    case 'matches':
      return `${text} ~* ${writer.value(first, 'text')}`;
    case 'holds':
      return castType === 'jsonb'
        ? `${column} @> ${value()}`
        : `${writer.value(first, null)} = ANY (${column})`;
  }
}
