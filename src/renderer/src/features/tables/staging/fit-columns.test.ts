import { expect, it } from 'vitest';
import { fitColumns } from './fit-columns.ts';
import { stageCells } from './stage-cells.ts';
import { stageNewRows } from './stage-rows.ts';
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
