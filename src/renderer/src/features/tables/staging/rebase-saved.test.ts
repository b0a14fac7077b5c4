import { describe, expect, it } from 'vitest';
import { rebaseSaved, type SavedRows } from './rebase-saved.ts';
import { stageCells } from './stage-cells.ts';
import { stageDelete, stageNewRows } from './stage-rows.ts';
import { anna, budi, edit, people, readTarget, tableRow } from './staged-samples.ts';
import { undoStep } from './staged-steps.ts';
import type { StagedTable } from './staged-table.ts';

const first = readTarget(anna);
const saved = (table: StagedTable, now: SavedRows['now']): SavedRows => ({
  sent: table.rows,
  now,
  firstLaterStep: table.nextStep,
});
const only = (table: StagedTable) => {
  expect(table.rows.size).toBe(1);
  return [...table.rows.values()][0];
};
const ana = tableRow(['1', 'Ana', 'anna@example.com'], '2');
const sentUpdate = stageCells(people, [edit(first, 'name', 'Ana')]);
const updateSaved = saved(sentUpdate, new Map([['["1"]', ana]]));

describe('rebaseSaved', () => {
  it('leaves nothing of what was saved, and nothing to undo', () => {
    const after = rebaseSaved(sentUpdate, updateSaved);
    expect(after).toMatchObject({ rows: new Map(), undo: [], redo: [] });
  });

  it('keeps what was staged for other rows', () => {
    const later = stageCells(sentUpdate, [edit(readTarget(budi), 'name', 'Boedi')]);
    const after = rebaseSaved(later, updateSaved);
    expect(only(after)).toBe(later.rows.get('["2"]'));
    expect(undoStep(after).rows.size).toBe(0);
  });

  it('makes an edit of a cell of the same row one of the row as it is now', () => {
    const later = stageCells(sentUpdate, [edit(first, 'email', 'a')]);
    const after = rebaseSaved(later, updateSaved);
    expect(only(after)).toEqual({
      kind: 'update',
      id: '["1"]',
      key: ['1'],
      base: ana,
      values: { email: 'a' },
    });
    expect(undoStep(after).rows.size).toBe(0);
  });

  it('makes an edit that was taken back meanwhile one that takes it back', () => {
    const after = rebaseSaved(undoStep(sentUpdate), updateSaved);
    expect(only(after)).toMatchObject({ kind: 'update', base: ana, values: { name: 'Anna' } });
  });

  it('deletes the row as it is now when that was wanted meanwhile', () => {
    const after = rebaseSaved(stageDelete(sentUpdate, [first]), updateSaved);
    expect(only(after)).toEqual({ kind: 'delete', id: '["1"]', key: ['1'], base: ana });
  });

  it('follows a row whose key was changed', () => {
    const moved = stageCells(people, [edit(first, 'id', '7')]);
    const later = stageCells(moved, [edit(first, 'name', 'Ana')]);
    const now = tableRow(['7', 'Anna', 'anna@example.com'], '2');
    const after = rebaseSaved(later, saved(moved, new Map([['["1"]', now]])));
    expect(only(after)).toMatchObject({ id: '["7"]', key: ['7'], values: { name: 'Ana' } });
    expect(undoStep(after).rows.size).toBe(0);
  });

  describe('of a new row', () => {
    const { table: sent } = stageNewRows(people, [{ name: 'Carla' }]);
    const added = { kind: 'new', id: 'new 1' } as const;
    const now = tableRow(['3', 'Carla', null], '2');
    const done = saved(sent, new Map([['new 1', now]]));

    it('makes edits meanwhile edits of the row', () => {
      const after = rebaseSaved(stageCells(sent, [edit(added, 'email', 'c')]), done);
      expect(only(after)).toMatchObject({ kind: 'update', id: '["3"]', base: now, values: { email: 'c' } });
      expect(undoStep(after).rows.size).toBe(0);
    });

    it('deletes it when it was given up meanwhile', () => {
      const after = rebaseSaved(stageDelete(sent, [added]), done);
      expect(only(after)).toEqual({ kind: 'delete', id: '["3"]', key: ['3'], base: now });
    });
  });

  it('inserts a deleted row again that was wanted meanwhile', () => {
    const sent = stageDelete(people, [first]);
    const after = rebaseSaved(undoStep(sent), saved(sent, new Map()));
    expect(only(after)).toMatchObject({
      kind: 'insert',
      values: { id: '1', name: 'Anna', email: 'anna@example.com' },
    });
    expect(rebaseSaved(sent, saved(sent, new Map())).rows.size).toBe(0);
  });
});
