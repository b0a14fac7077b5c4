import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stageCells } from './stage-cells.ts';
import { stageDelete, stageNewRows } from './stage-rows.ts';
import { edit, people, readTarget, tableRow } from './staged-samples.ts';
import { discardAll, redoStep, undoStep } from './staged-steps.ts';
import type { StagedTable } from './staged-table.ts';
import { stagedOf, stagedText } from './staged-text.ts';

const targets = ['1', '2', '3'].map((id) => readTarget(tableRow([id, `name ${id}`, null])));
const anyTarget = fc.oneof(
  fc.constantFrom(...targets),
  fc.integer({ min: 1, max: 4 }).map((number) => ({ kind: 'new', id: `new ${number}` }) as const),
);
const anyValue = fc.constantFrom('a', 'name 1', null, undefined, { default: true } as const);
const anyEdit = fc
  .tuple(anyTarget, fc.constantFrom('name', 'email'), anyValue)
  .map((parts) => edit(...parts));

type Act = (table: StagedTable) => StagedTable;
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.array(anyEdit, { maxLength: 4 }).map(
    (edits): Act =>
      (table) =>
        stageCells(table, edits),
  ),
  fc.array(anyTarget, { maxLength: 3 }).map(
    (rows): Act =>
      (table) =>
        stageDelete(table, rows),
  ),
  fc.integer({ min: 1, max: 2 }).map((count): Act => {
    return (table) =>
      stageNewRows(
        table,
        Array.from({ length: count }, () => ({ name: 'x' })),
      ).table;
  }),
  fc.constant<Act>(discardAll),
);
const isRow = (table: StagedTable) => new Map([...table.rows].sort());

describe('steps', () => {
  it('are undone to every state there was, and done again', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 20 }), (acts) => {
        const states: StagedTable[] = [people];
        for (const act of acts) {
          const before = states.at(-1) ?? people;
          const after = act(before);
          if (after.undo.length > before.undo.length) states.push(after);
        }
        let table = states.at(-1) ?? people;
        for (const state of states.toReversed()) {
          expect(isRow(table)).toEqual(isRow(state));
          table = undoStep(table);
        }
        for (const state of states) {
          expect(isRow(table)).toEqual(isRow(state));
          table = redoStep(table);
        }
      }),
      { seed: 5 },
    );
  });

  it('are the same after they were kept as a text', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 10 }), (acts) => {
        const table = acts.reduce((before, act) => act(before), people);
        expect(stagedOf(stagedText(table))).toEqual(JSON.parse(JSON.stringify(table), revive(table)));
      }),
      { seed: 6 },
    );
  });

  it('end what could be done again when another one is taken', () => {
    const { table } = stageNewRows(people, [{}]);
    const other = stageNewRows(undoStep(table), [{}]).table;
    expect(redoStep(other)).toBe(other);
    expect(undoStep(undoStep(other)).rows.size).toBe(0);
  });

  it('bring back all that was discarded', () => {
    const edited = stageCells(stageNewRows(people, [{ name: 'x' }]).table, [
      edit(targets[0] ?? { kind: 'new', id: '' }, 'name', 'y'),
    ]);
    const discarded = discardAll(edited);
    expect(discarded.rows.size).toBe(0);
    expect(undoStep(discarded).rows).toEqual(edited.rows);
    expect(discardAll(discarded)).toBe(discarded);
  });

  it('are given up where they take much room', () => {
    const long = 'x'.repeat(300_000);
    const table = stageNewRows(stageNewRows(people, [{ name: long }]).table, [{ name: `${long}y` }]).table;
    const more = stageNewRows(table, [{ name: `${long}z` }]).table;
    expect(stagedOf(stagedText(more))).toMatchObject({ undo: [], nextNew: 4, rows: more.rows });
    expect(stagedOf('{"rows":[')).toBe(null);
    expect(stagedOf('{"rows":{}}')).toBe(null);
  });
});

const revive = (table: StagedTable) => (key: string, value: unknown) => (key === 'rows' ? table.rows : value);
