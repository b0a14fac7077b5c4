import { expect, it } from 'vitest';
import { stageCells } from '../staging/stage-cells.ts';
import { stageDelete, stageNewRows } from '../staging/stage-rows.ts';
import { anna, budi, edit, people, readTarget, tableRow } from '../staging/staged-samples.ts';
import { savedPage } from './saved-page.ts';

it('shows saved rows as they are now, without those that are gone', () => {
  const other = tableRow(['3', 'Dewi', null]);
  const page = {
    rows: [anna, budi, other],
    before: null,
    after: null,
    sequence: 'key' as const,
    sql: '',
    fingerprint: '1',
    durationMs: 1,
  };
  const edited = stageCells(people, [edit(readTarget(anna), 'name', 'Ana')]);
  const { table: sent } = stageNewRows(stageDelete(edited, [readTarget(budi)]), [{ name: 'Carla' }]);
  const ana = tableRow(['1', 'Ana', 'anna@example.com'], '2');
  const carla = tableRow(['4', 'Carla', null], '2');
  const saved = {
    sent: sent.rows,
    now: new Map([
      ['["1"]', ana],
      ['new 1', carla],
    ]),
    firstLaterStep: 9,
  };
  expect(savedPage(page, people, saved)).toEqual({ ...page, rows: [ana, other, carla] });
});
