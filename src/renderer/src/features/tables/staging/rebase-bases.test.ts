import { expect, it } from 'vitest';
import { rebaseBases } from './rebase-bases.ts';
import { stageCells } from './stage-cells.ts';
import { stageDelete, stageNewRows } from './stage-rows.ts';
import { anna, budi, edit, people, readTarget, tableRow } from './staged-samples.ts';
import { undoStep } from './staged-steps.ts';

const first = readTarget(anna);
const now = new Map([['["1"]', tableRow(['1', 'Old name', 'anna@example.com'], '9')]]);

it('checks what is staged against the rows as they are now', () => {
  const edited = stageCells(people, [edit(first, 'email', 'a'), edit(readTarget(budi), 'name', 'Boedi')]);
  const rebased = rebaseBases(stageDelete(edited, [first]), now);
  expect(rebased.rows.get('["1"]')).toMatchObject({ kind: 'delete', base: { version: '9' } });
  expect(rebased.rows.get('["2"]')).toBe(edited.rows.get('["2"]'));
  expect(undoStep(rebased).rows.get('["1"]')).toMatchObject({
    values: { email: 'a' },
    base: { version: '9' },
  });
});

it('leaves out what is so already, and new rows as they are', () => {
  const edited = stageCells(stageNewRows(people, [{ name: 'Carla' }]).table, [
    edit(first, 'name', 'Old name'),
  ]);
  expect([...rebaseBases(edited, now).rows.keys()]).toEqual(['new 1']);
});
