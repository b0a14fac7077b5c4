import { expect, it } from 'vitest';
import { rowChanges } from './row-changes.ts';
import { stageCells } from './stage-cells.ts';
import { stageNewRows } from './stage-rows.ts';
import { anna, budi, edit, people, readTarget } from './staged-samples.ts';

const table = stageCells(stageNewRows(people, [{ name: 'Carla', email: 'c' }]).table, [
  edit(readTarget(anna), 'name', 'Ana'),
  edit(readTarget(anna), 'email', 'a'),
  edit(readTarget(budi), 'email', 'b'),
]);

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
