import { describe, expect, it } from 'vitest';
import type { RelationColumn, ValueType } from '../../../../../shared/contract/relations.ts';
import type { RowFilter } from '../../../../../shared/contract/table-rows.ts';
import { plainColumn } from '../../../../../shared/tables/plain-column.test-support.ts';
import {
  conditionOf,
  draftOf,
  filterOf,
  isIncomplete,
  withColumn,
  withOperator,
  withoutBlank,
} from './filter-draft.ts';
import { listText, listValues } from './list-values.ts';
import { addCondition, valueCondition } from './value-condition.ts';
import { whereProblem } from './where-problem.ts';

const column = (name: string, valueType: ValueType): RelationColumn => ({
  ...plainColumn,
  name,
  valueType,
  type: valueType,
  typeOid: 0,
});

describe('listValues', () => {
  it.each([
    ['1, 2,3', ['1', '2', '3']],
    ['"a, b", "say ""hi""", c', ['a, b', 'say "hi"', 'c']],
    ['"", x', ['', 'x']],
    [' , ,', []],
    ['an open "quote', ['an open "quote']],
  ])('%s', (text, values) => {
    expect(listValues(text)).toEqual(values);
  });

  it('reads what it wrote', () => {
    const values = ['a', 'b, c', '"', ' spaced ', '', 'emoji 🐘'];
    expect(listValues(listText(values))).toEqual(values);
  });
});

describe('a filter that is typed', () => {
  const filter: RowFilter = {
    match: 'any',
    conditions: [
      { column: 'id', operator: 'in', values: ['1', '2,3'] },
      { column: 'id', operator: 'between', values: ['1', '9'] },
      { column: 'name', operator: 'is-null', values: [] },
    ],
    where: 'id > 3 -- more',
  };

  it('comes back as it was', () => {
    expect(filterOf(draftOf(filter))).toEqual(filter);
  });

  it('asks for nothing where only a comment is typed', () => {
    expect(filterOf({ match: 'all', conditions: [], where: ' -- later' }).where).toBe('');
  });

  it('keeps what was typed as the operator and the column change', () => {
    const first = { ...conditionOf(column('id', 'integer')), typed: ['7'] };
    expect(withOperator(first, 'between').typed).toEqual(['7', '']);
    expect(withOperator(withOperator(first, 'is-null'), 'equals').typed).toEqual(['7']);
    expect(withColumn(first, column('flag', 'boolean'))).toMatchObject({
      operator: 'is-true',
      column: 'flag',
    });
    expect(withColumn(first, column('name', 'text'))).toMatchObject({ operator: 'equals', typed: ['7'] });
  });

  it('leaves out conditions in which nothing is typed, unless nothing else is asked for', () => {
    const blank = { column: 'id', operator: 'equals', typed: [''] } as const;
    const typed = { ...blank, typed: ['7'] };
    const bare = { ...blank, operator: 'is-null' } as const;
    const draft = { match: 'all', conditions: [blank, typed, bare], where: '' } as const;
    expect(withoutBlank(draft).conditions).toEqual([typed, bare]);
    expect(withoutBlank({ ...draft, conditions: [blank], where: 'id > 3' }).conditions).toEqual([]);
    expect(withoutBlank({ ...draft, conditions: [blank] }).conditions).toEqual([blank]);
  });

  it('tells of a comment that is not closed rather than take it for nothing', () => {
    expect(whereProblem('/* later')).toBe('open-comment');
    expect(whereProblem('-- later')).toBeNull();
    expect(whereProblem(' ')).toBeNull();
  });

  it('knows where a value is missing', () => {
    const text = column('name', 'text');
    const number = column('id', 'integer');
    expect(isIncomplete({ column: 'name', operator: 'equals', typed: [''] }, text)).toBe(false);
    expect(isIncomplete({ column: 'name', operator: 'contains', typed: [''] }, text)).toBe(true);
    expect(isIncomplete({ column: 'id', operator: 'equals', typed: [''] }, number)).toBe(true);
    expect(isIncomplete({ column: 'id', operator: 'between', typed: ['1', ''] }, number)).toBe(true);
    expect(isIncomplete({ column: 'id', operator: 'in', typed: [' , '] }, number)).toBe(true);
    expect(isIncomplete({ column: 'id', operator: 'is-null', typed: [''] }, number)).toBe(false);
  });
});

describe('a filter by a value', () => {
  const none: RowFilter = { match: 'all', conditions: [], where: '' };

  it.each([
    ['text', 'x', false, 'equals'],
    ['text', 'x', true, 'differs'],
    ['text', null, false, 'is-null'],
    ['text', null, true, 'is-not-null'],
    ['boolean', 't', false, 'is-true'],
    ['boolean', 't', true, 'is-false'],
    ['boolean', 'f', false, 'is-false'],
  ] as const)('%s %s, exclude %s', (type, value, exclude, operator) => {
    expect(valueCondition(column('c', type), value, exclude)?.operator).toBe(operator);
  });

  it('is none where only the beginning of the value is known', () => {
    expect(valueCondition(column('c', 'text'), { start: 'x', lengthBytes: 20_000 }, false)).toBeNull();
  });

  it('is added once, beside what must hold already', () => {
    const one = { column: 'a', operator: 'equals', values: ['1'] } as const;
    const condition = { ...one, values: ['1'] };
    const filter = addCondition(none, condition);
    const both = addCondition(filter ?? none, { ...condition, column: 'b' }) ?? none;
    expect(addCondition(filter ?? none, condition)).toBe(filter);
    expect(both.conditions).toHaveLength(2);
    expect(addCondition({ ...both, match: 'any' }, { ...condition, column: 'c' })).toBeNull();
  });
});
