import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SaveOutcome } from '../../../src/shared/contract/row-changes.ts';
import type { SaveBench } from '../../support/save-bench.ts';
import { openSharedSaveBench } from '../../support/shared-save-bench.ts';

const people = `CREATE TABLE people (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text UNIQUE, note text,
    size int GENERATED ALWAYS AS (length(note)) STORED);
  INSERT INTO people (name, note) VALUES ('Ann', 'a'), ('Ben', repeat('long ', 5000)), ('Cem', NULL)`;
const digest = 'SELECT md5(string_agg(p::text, chr(10) ORDER BY id)) FROM people p';

let bench: SaveBench;
beforeAll(async () => {
  bench = await openSharedSaveBench();
});
afterAll(() => bench.dispose());

function idOf(outcome: SaveOutcome): string {
  if (outcome.outcome !== 'saved') throw new Error(JSON.stringify(outcome));
  expect(outcome.undoRefused).toBeNull();
  return outcome.saveId ?? '';
}
const undo = (saveId: string, confirmed = false) => bench.saves.undoSave({ saveId, confirmed });

describe('undoing a save', () => {
  test('puts back updated, deleted and new rows, whole, and can be done once', async () => {
    const schema = await bench.schema(people);
    const before = await schema.sql(digest);
    const read = await schema.read('people');
    const saveId = idOf(
      await read.save([
        read.update('id', '1', { name: 'Cem', note: 'other' }),
        read.update('id', '2', { note: 'short' }),
        read.delete('id', '3'),
        read.insert('new', { name: 'Dua' }),
      ]),
    );
    expect(await schema.sql(digest)).not.toBe(before);
    const undone = await undo(saveId);
    expect(undone).toMatchObject({
      ...{ outcome: 'saved', saveId: null, undoRefused: null },
      counts: { inserted: 1, updated: 2, deleted: 1 },
    });
    expect(undone.outcome === 'saved' && undone.rows.map(({ row }) => row).sort()).toEqual([
      'id=1',
      'id=2',
      'id=3',
    ]);
    expect(await schema.sql(digest)).toBe(before);
    await expect(undo(saveId)).rejects.toMatchObject({ appError: { code: 'not-found', kind: 'save' } });
  });

  test.each([
    ['an updated row was changed', "UPDATE people SET name = 'theirs' WHERE id = 1", 'id=1'],
    ['an updated row is gone', 'DELETE FROM people WHERE id = 1', 'id=1'],
    ['a new row was changed', "UPDATE people SET note = 'theirs' WHERE name = 'Dua'", 'new'],
    [
      'a deleted row is there again',
      "INSERT INTO people (id, name) OVERRIDING SYSTEM VALUE VALUES (3, 'again')",
      'id=3',
    ],
  ])('is a conflict when %s, and then nothing is undone', async (_, theirs, row) => {
    const schema = await bench.schema(people);
    const before = await schema.sql(digest);
    const read = await schema.read('people');
    const saveId = idOf(
      await read.save([
        read.update('id', '1', { note: 'mine' }),
        read.update('id', '2', { name: 'B' }),
        read.delete('id', '3'),
        read.insert('new', { name: 'Dua' }),
      ]),
    );
    await schema.sql(theirs);
    const meanwhile = await schema.sql(digest);
    expect(await undo(saveId)).toMatchObject({ outcome: 'conflicts', conflicts: [{ row }] });
    expect(await schema.sql(digest)).toBe(meanwhile);
    expect(before).not.toBe(meanwhile);
    // It is kept for another try.
    expect((await undo(saveId)).outcome).toBe('conflicts');
  });

  test('puts back what triggers changed, as far as it is in the row', async () => {
    const schema = await bench.schema(
      people,
      `CREATE FUNCTION act() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF NEW.name = 'x' THEN NEW.note := 'by trigger'; END IF; RETURN NEW; END $$`,
      'CREATE TRIGGER act BEFORE UPDATE ON people FOR EACH ROW EXECUTE FUNCTION act()',
    );
    const before = await schema.sql(digest);
    const read = await schema.read('people');
    await undo(
      idOf(await read.save([read.update('id', '1', { name: 'x' }), read.update('id', '2', { name: 'y' })])),
    );
    expect(await schema.sql(digest)).toBe(before);
  });
});
