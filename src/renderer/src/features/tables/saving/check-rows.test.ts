import { expect, it } from 'vitest';
import type { RelationColumn } from '../../../../../shared/contract/relations.ts';
import { stageCells } from '../staging/stage-cells.ts';
import { stageDelete, stageNewRows } from '../staging/stage-rows.ts';
import { anna, budi, edit, people, readTarget } from '../staging/staged-samples.ts';
import { undoStep } from '../staging/staged-steps.ts';
import type { StagedTable } from '../staging/staged-table.ts';
import { checkRows } from './check-rows.ts';
import { type RowProblem, standingProblems } from './row-problem.ts';

const column = (name: string, more: Partial<RelationColumn> = {}): RelationColumn => ({
  name,
  type: 'text',
  typeOid: 1043,
  valueType: 'text',
  align: 'left',
  notNull: true,
  defaultText: null,
  identity: null,
  generated: null,
  maxLength: 5,
  integerBytes: null,
  numeric: null,
  enumLabels: null,
  canSort: true,
  canInsert: true,
  canUpdate: true,
  comment: null,
  ...more,
});
const relation = {
  columns: [column('id', { defaultText: "nextval('s')" }), column('name'), column('email')],
  fillsNewRows: false,
};
const check = (table: StagedTable) => checkRows(relation, table.rows.values());
const told = (problems: readonly RowProblem[]) =>
  problems.map(({ id, columns, what }) => [
    id,
    columns.join(),
    what.by === 'check' ? what.problem.problem : '',
  ]);

const first = readTarget(anna);
const added = { kind: 'new', id: 'new 1' } as const;
const { table: empty } = stageNewRows(people, [{}]);

it('finds what a new row lacks, and what fits nowhere', () => {
  expect(told(check(empty))).toEqual([
    ['new 1', 'name', 'required'],
    ['new 1', 'email', 'required'],
  ]);
  const typed = stageCells(empty, [edit(added, 'name', 'too long'), edit(first, 'email', null)]);
  expect(told(check(typed))).toEqual([
    ['new 1', 'email', 'required'],
    ['new 1', 'name', 'too-long'],
    ['["1"]', 'email', 'required'],
  ]);
});

it('leaves what a new row lacks to the server where a trigger may fill it', () => {
  const filled = { ...relation, fillsNewRows: true };
  const typed = stageCells(empty, [
    edit(added, 'name', null),
    edit(added, 'email', 'too long'),
    edit(first, 'name', null),
  ]);
  expect(told(checkRows(filled, typed.rows.values()))).toEqual([
    ['new 1', 'email', 'too-long'],
    ['["1"]', 'name', 'required'],
  ]);
});

it('takes no column for filled because of its name', () => {
  const named = { ...relation, columns: [column('constructor', { notNull: false }), column('toString')] };
  expect(told(checkRows(named, empty.rows.values()))).toEqual([['new 1', 'toString', 'required']]);
});

it('asks nothing of rows that are to be deleted, or of cells that were not touched', () => {
  expect(check(stageDelete(people, [first]))).toEqual([]);
  expect(check(stageCells(people, [edit(readTarget(budi), 'name', 'Boedi')]))).toEqual([]);
});

it('tells a problem until its cell is changed, and again when that is undone', () => {
  const problems = check(empty);
  const named = stageCells(empty, [edit(added, 'name', 'Carla')]);
  expect(told(standingProblems(problems, named))).toEqual([['new 1', 'email', 'required']]);
  expect(standingProblems(problems, undoStep(named))).toHaveLength(2);
  expect(standingProblems(problems, undoStep(empty))).toEqual([]);
});

it('tells a problem of a whole row until anything in it is changed', () => {
  const about = empty.rows.get('new 1');
  if (about === undefined) throw new Error('The row is not there');
  const whole: RowProblem = {
    id: 'new 1',
    columns: [],
    about,
    what: { by: 'check', problem: { problem: 'empty' } },
  };
  expect(standingProblems([whole], empty)).toHaveLength(1);
  expect(standingProblems([whole], stageCells(empty, [edit(added, 'name', 'x')]))).toEqual([]);
});
