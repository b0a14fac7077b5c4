import { expect, it } from 'vitest';
import { fitColumns } from './fit-columns.ts';
import { resolveConflicts } from './resolve-conflict.ts';
import { rowChanges } from './row-changes.ts';
import { stageCells } from './stage-cells.ts';
import { stageDelete, stageNewRows } from './stage-rows.ts';
import { anna, budi, edit, people, readTarget, tableRow } from './staged-samples.ts';

const table = stageCells(stageNewRows(people, [{ name: 'Carla', email: 'c' }]).table, [
  edit(readTarget(anna), 'name', 'Ana'),
  edit(readTarget(anna), 'email', 'a'),
  edit(readTarget(budi), 'email', 'b'),
]);
const without = { columns: ['name', 'age', 'id'], keyColumns: ['id'], madeColumns: [] };

it('keeps values of columns that are still there', () => {
  const fitted = fitColumns(table, without);
  expect(fitted).toMatchObject({ lostColumns: ['email'], lostRows: 0 });
  expect([...fitted.table.rows.values()]).toEqual([
    { kind: 'insert', id: 'new 1', values: { name: 'Carla' } },
    {
      kind: 'update',
      id: '["1"]',
      key: ['1'],
      base: tableRow(['Anna', null, '1']),
      values: { name: 'Ana' },
    },
  ]);
});

it('finds rows by other key columns, if they have a value there', () => {
  const fitted = fitColumns(table, { ...without, columns: people.columns, keyColumns: ['email'] });
  expect(fitted.lostRows).toBe(1);
  expect([...fitted.table.rows.keys()]).toEqual(['new 1', '["anna@example.com"]']);
});

it('goes by what was chosen for rows that others changed', () => {
  const current = tableRow(['1', 'Hanna', 'a'], '5');
  const mine = resolveConflicts(table, [{ id: '["1"]', current, choice: 'mine' }]);
  expect(mine.rows.get('["1"]')).toEqual({
    kind: 'update',
    id: '["1"]',
    key: ['1'],
    base: current,
    values: { name: 'Ana' },
  });
  expect(resolveConflicts(table, [{ id: '["1"]', current, choice: 'theirs' }]).rows.has('["1"]')).toBe(false);
  const gone = resolveConflicts(table, [{ id: '["1"]', current: null, choice: 'mine' }]);
  expect(gone.rows.get('["1"]')).toEqual({
    kind: 'insert',
    id: '["1"]',
    values: { id: '1', name: 'Ana', email: 'a' },
  });
  const both = resolveConflicts(stageDelete(people, [readTarget(anna)]), [
    { id: '["1"]', current, choice: 'mine' },
  ]);
  expect(both.rows.get('["1"]')).toMatchObject({ kind: 'delete', base: current });
});

it('sends new rows last', () => {
  expect(rowChanges(table.rows.values())).toEqual([
    {
      kind: 'update',
      row: '["1"]',
      key: ['1'],
      version: '1',
      before: anna.cells,
      values: { name: 'Ana', email: 'a' },
    },
    { kind: 'update', row: '["2"]', key: ['2'], version: '1', before: budi.cells, values: { email: 'b' } },
    { kind: 'insert', row: 'new 1', values: { name: 'Carla', email: 'c' } },
  ]);
});
