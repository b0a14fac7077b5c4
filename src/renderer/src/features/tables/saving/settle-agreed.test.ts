import { expect, it } from 'vitest';
import { stageCells } from '../staging/stage-cells.ts';
import { stageDelete } from '../staging/stage-rows.ts';
import { anna, budi, edit, people, readTarget, tableRow } from '../staging/staged-samples.ts';
import { conflictColumns } from './conflict-columns.ts';
import { settleAgreed } from './settle-agreed.ts';

const relation = { schema: 'public', name: 'people' };
const edited = stageCells(people, [edit(readTarget(anna), 'name', 'Ana')]);

it('asks nothing where others did the same', () => {
  const same = { relation, row: '["1"]', current: tableRow(['1', 'Ana', 'new'], '7') };
  expect(settleAgreed(edited, [same])).toMatchObject({ table: { rows: new Map() }, open: [] });
  const deleted = stageDelete(people, [readTarget(anna)]);
  expect(settleAgreed(deleted, [{ relation, row: '["1"]', current: null }]).table.rows.size).toBe(0);
});

it('leaves all else to the person', () => {
  const conflicts = [
    { relation, row: '["1"]', current: tableRow(['1', 'Hanna', null], '7') },
    { relation, row: '["1"]', current: null },
  ];
  expect(settleAgreed(edited, conflicts)).toEqual({ table: edited, open: conflicts });
  const deleted = stageDelete(people, [readTarget(anna)]);
  const changed = { relation, row: '["1"]', current: tableRow(['1', 'Hanna', null], '7') };
  expect(settleAgreed(deleted, [changed])).toEqual({ table: deleted, open: [changed] });
  const byDefault = stageCells(people, [edit(readTarget(budi), 'email', { default: true })]);
  const current = tableRow(['2', 'Budi', 'x'], '7');
  expect(settleAgreed(byDefault, [{ relation, row: '["2"]', current }]).open).toHaveLength(1);
});

it('shows the columns that are not the same in all versions', () => {
  const staged = edited.rows.get('["1"]');
  if (staged === undefined || staged.kind === 'insert') throw new Error('The row is not there');
  const current = tableRow(['1', 'Anna', 'theirs'], '7');
  expect(conflictColumns(people.columns, staged, { relation, row: '["1"]', current })).toEqual({
    differing: [
      { name: 'name', read: 'Anna', theirs: 'Anna', mine: 'Ana', theirsDiffers: false, mineDiffers: true },
      {
        name: 'email',
        read: 'anna@example.com',
        theirs: 'theirs',
        mine: 'anna@example.com',
        theirsDiffers: true,
        mineDiffers: false,
      },
    ],
    same: 1,
  });
  expect(
    conflictColumns(people.columns, staged, { relation, row: '["1"]', current: null }).differing,
  ).toHaveLength(3);
});
