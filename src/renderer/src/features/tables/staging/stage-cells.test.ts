import { describe, expect, it } from 'vitest';
import { stageCells } from './stage-cells.ts';
import { stageDelete, stageNewRows } from './stage-rows.ts';
import { anna, budi, edit, people, readTarget, tableRow } from './staged-samples.ts';

const first = readTarget(anna);
const second = readTarget(budi);
const valuesOf = (table: typeof people, id: string) => {
  const row = table.rows.get(id);
  return row === undefined || row.kind === 'delete' ? row?.kind : row.values;
};

describe('stageCells', () => {
  it('makes one step of many cells', () => {
    const table = stageCells(people, [
      edit(first, 'name', 'Ana'),
      edit(first, 'email', null),
      edit(second, 'email', 'b'),
    ]);
    expect(valuesOf(table, '["1"]')).toEqual({ name: 'Ana', email: null });
    expect(valuesOf(table, '["2"]')).toEqual({ email: 'b' });
    expect(table.undo).toHaveLength(1);
  });

  it('is no change to give a cell what was read', () => {
    expect(stageCells(people, [edit(first, 'name', 'Anna'), edit(second, 'email', null)])).toBe(people);
    const edited = stageCells(people, [edit(first, 'name', 'Ana')]);
    expect(stageCells(edited, [edit(first, 'name', 'Anna')]).rows.size).toBe(0);
    expect(stageCells(edited, [edit(first, 'name', undefined)]).rows.size).toBe(0);
    expect(stageCells(edited, [edit(first, 'name', 'Ana')])).toBe(edited);
  });

  it('takes any value for a change where only the beginning was read', () => {
    const long = readTarget(tableRow(['3', { start: 'a', lengthBytes: 20_000 }, null]));
    expect(valuesOf(stageCells(people, [edit(long, 'name', 'a')]), '["3"]')).toEqual({ name: 'a' });
  });

  it('tells NULL, an empty text and the default apart', () => {
    const table = stageCells(people, [
      edit(second, 'email', ''),
      edit(first, 'name', { default: true }),
      edit(first, 'email', null),
    ]);
    expect(valuesOf(table, '["2"]')).toEqual({ email: '' });
    expect(valuesOf(table, '["1"]')).toEqual({ name: { default: true }, email: null });
  });

  it('leaves a new row without a value where it is to take the default', () => {
    const { table, ids } = stageNewRows(people, [{ name: 'Carla' }]);
    const added = { kind: 'new', id: ids[0] ?? '' } as const;
    const unset = stageCells(table, [edit(added, 'name', { default: true }), edit(added, 'email', null)]);
    expect(valuesOf(unset, 'new 1')).toEqual({ email: null });
  });

  it('leaves rows alone that are to be deleted', () => {
    const deleted = stageDelete(people, [first]);
    expect(stageCells(deleted, [edit(first, 'name', 'Ana')])).toBe(deleted);
  });
});

describe('stageDelete', () => {
  it('marks rows, and keeps them when all of them were marked', () => {
    const one = stageDelete(people, [first]);
    const both = stageDelete(one, [first, second]);
    expect([...both.rows.values()].map(({ kind }) => kind)).toEqual(['delete', 'delete']);
    expect(stageDelete(both, [first, second]).rows.size).toBe(0);
  });

  it('lets a new row go, and checks a changed one against what was read', () => {
    const { table } = stageNewRows(people, [{}]);
    expect(stageDelete(table, [{ kind: 'new', id: 'new 1' }]).rows.size).toBe(0);
    const edited = stageCells(people, [edit(first, 'name', 'Ana')]);
    const deleted = stageDelete(edited, [readTarget(tableRow(['1', 'Somebody else', null], '2'))]);
    expect(deleted.rows.get('["1"]')).toMatchObject({ kind: 'delete', base: anna });
  });
});
