import { expect, it } from 'vitest';
import { duplicateValues } from './duplicate-values.ts';
import { editedRows } from './edited-rows.ts';
import { stageCells } from './stage-cells.ts';
import { stageDelete, stageNewRows } from './stage-rows.ts';
import { anna, budi, edit, people, readTarget, tableRow } from './staged-samples.ts';

const edited = stageCells(stageNewRows(people, [{ name: 'Carla' }]).table, [
  edit(readTarget(anna), 'name', 'Ana'),
  edit(readTarget(budi), 'name', { default: true }),
]);

it('shows staged values in the rows of a page, and new rows below', () => {
  const { rows, elsewhere } = editedRows([anna, budi], edited, false);
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['1', 'Ana', 'anna@example.com'],
    ['2', null, null],
    [null, 'Carla', null],
  ]);
  expect(elsewhere).toBe(0);
});

it('shows what others made of a row around what is staged for it', () => {
  const { rows } = editedRows([tableRow(['1', 'Hanna', 'new@example.com'], '2')], edited, false);
  expect(rows[0]?.cells).toEqual(['1', 'Ana', 'new@example.com']);
});

it('counts changed rows that are on no page, and shows them when asked', () => {
  const other = tableRow(['3', 'Dewi', null]);
  expect(editedRows([other], edited, false)).toMatchObject({ elsewhere: 2, rows: { length: 2 } });
  const changed = editedRows([other, anna], edited, true);
  expect(changed.rows.map(({ id }) => id)).toEqual(['["1"]', '["2"]', 'new 1']);
});

it('knows rows without a key as such', () => {
  const { rows } = editedRows([tableRow([null, 'Nobody', null])], people, false);
  expect(rows[0]).toMatchObject({ target: null, id: 'row 0' });
});

it('keeps a deleted row in its place', () => {
  const { rows } = editedRows([anna], stageDelete(people, [readTarget(anna)]), false);
  expect(rows).toMatchObject([{ staged: { kind: 'delete' }, cells: anna.cells }]);
});

const column = { generated: null, identity: null, canInsert: true };
const named = (name: string, more: object = {}) => ({ ...column, name, ...more }) as never;

it('copies a row without key, made and unset values', () => {
  const columns = [named('id'), named('name'), named('total', { generated: 'a + b' }), named('note')];
  const row = {
    cells: ['1', 'Anna', '5', { start: 'x', lengthBytes: 20_000 }],
    staged: null,
  };
  const identity = { source: 'primary-key' as const, columns: ['id'] };
  expect(duplicateValues({ columns, identity }, row)).toEqual({ values: { name: 'Anna' }, cut: ['note'] });
  const added = { kind: 'insert', id: 'new 1', values: { name: 'Carla' } } as const;
  expect(
    duplicateValues({ columns, identity }, { cells: [null, 'Carla', null, null], staged: added }),
  ).toEqual({
    values: { name: 'Carla' },
    cut: [],
  });
});
