import { expect, it } from 'vitest';
import { resolveConflicts } from './resolve-conflict.ts';
import { stageCells } from './stage-cells.ts';
import { stageDelete, stageNewRows } from './stage-rows.ts';
import { anna, budi, edit, people, readTarget, tableRow } from './staged-samples.ts';

const table = stageCells(stageNewRows(people, [{ name: 'Carla', email: 'c' }]).table, [
  edit(readTarget(anna), 'name', 'Ana'),
  edit(readTarget(anna), 'email', 'a'),
  edit(readTarget(budi), 'email', 'b'),
]);

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
