import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SaveOutcome } from '../../../src/shared/contract/row-changes.ts';
import type { SaveBench, TestSchema } from '../../support/save-bench.ts';
import { openSharedSaveBench } from '../../support/shared-save-bench.ts';

let bench: SaveBench;
beforeAll(async () => {
  bench = await openSharedSaveBench();
});
afterAll(() => bench.dispose());

const shop = [
  'CREATE TABLE customers (id int PRIMARY KEY, name text, invited_by int REFERENCES customers ON DELETE SET NULL)',
  'CREATE TABLE orders (id int PRIMARY KEY, customer int NOT NULL REFERENCES customers ON DELETE CASCADE, total numeric)',
  'CREATE TABLE "order items" ("order" int REFERENCES orders ON DELETE CASCADE, name text)',
  'CREATE TABLE notes (id int PRIMARY KEY, orders int DEFAULT 20 REFERENCES orders ON DELETE SET DEFAULT)',
  "INSERT INTO customers VALUES (1, 'Ann', NULL), (2, 'Ben', 1), (3, 'Cem', 1)",
  'INSERT INTO orders VALUES (10, 1, 5), (11, 1, 6), (20, 2, 7)',
  `INSERT INTO "order items" VALUES (10, 'a'), (10, 'a'), (11, repeat('long ', 50)), (20, 'b')`,
  'INSERT INTO notes VALUES (1, 10), (2, 20)',
];

const everything = (schema: TestSchema) =>
  schema.sql(`SELECT * FROM (SELECT c::text AS row FROM customers c UNION ALL SELECT o::text FROM orders o
    UNION ALL SELECT i::text FROM "order items" i UNION ALL SELECT n::text FROM notes n) AS all_rows ORDER BY row`);

function idOf(outcome: SaveOutcome): string {
  if (outcome.outcome !== 'saved') throw new Error(JSON.stringify(outcome));
  expect(outcome.undoRefused).toBeNull();
  return outcome.saveId ?? '';
}

describe('deleting rows that others refer to', () => {
  test('asks first, counting what goes with them at any distance', async () => {
    const schema = await bench.schema(...shop);
    const before = await everything(schema);
    const read = await schema.read('customers');
    const outcome = await read.save([read.delete('id', '1')]);
    const inSchema = (name: string) => ({ schema: schema.name, name });
    expect(outcome).toEqual({
      outcome: 'asked',
      effects: expect.arrayContaining([
        {
          relation: inSchema('customers'),
          constraint: 'customers_invited_by_fkey',
          action: 'set-null',
          rows: 2,
        },
        { relation: inSchema('orders'), constraint: 'orders_customer_fkey', action: 'delete', rows: 2 },
        {
          relation: inSchema('order items'),
          constraint: 'order items_order_fkey',
          action: 'delete',
          rows: 3,
        },
        { relation: inSchema('notes'), constraint: 'notes_orders_fkey', action: 'set-default', rows: 1 },
      ]),
    });
    expect(await everything(schema)).toBe(before);
  });

  test('and undoing it brings all of them back', async () => {
    const schema = await bench.schema(...shop);
    const before = await everything(schema);
    const read = await schema.read('customers');
    const saveId = idOf(
      await read.save([read.delete('id', '1'), read.update('id', '3', { name: 'C', id: '33' })], {
        confirmed: true,
      }),
    );
    expect(await schema.sql('SELECT count(*) FROM "order items"')).toBe('1');
    expect((await bench.saves.undoSave({ saveId, confirmed: false })).outcome).toBe('saved');
    expect(await everything(schema)).toBe(before);
  });

  test('undoing is a conflict when a row of another table was changed since', async () => {
    const schema = await bench.schema(...shop);
    const read = await schema.read('customers');
    const saveId = idOf(await read.save([read.delete('id', '1')], { confirmed: true }));
    await schema.sql('UPDATE notes SET orders = NULL WHERE id = 1');
    const meanwhile = await everything(schema);
    expect(await bench.saves.undoSave({ saveId, confirmed: false })).toMatchObject({
      conflicts: [{ relation: { schema: schema.name, name: 'notes' }, current: { cells: ['1', null] } }],
    });
    expect(await everything(schema)).toBe(meanwhile);
  });

  test('with all those that refer to them is not asked about', async () => {
    const schema = await bench.schema(
      'CREATE TABLE nodes (id int PRIMARY KEY, parent int REFERENCES nodes ON DELETE CASCADE)',
      'INSERT INTO nodes VALUES (1, NULL), (2, 1), (3, 2)',
    );
    const read = await schema.read('nodes');
    const saveId = idOf(await read.save(['3', '1', '2'].map((id) => read.delete('id', id))));
    expect(await schema.sql('SELECT count(*) FROM nodes')).toBe('0');
    expect((await bench.saves.undoSave({ saveId, confirmed: false })).outcome).toBe('saved');
    expect(await schema.sql('SELECT * FROM nodes ORDER BY id')).toBe('1|\n2|1\n3|2');
  });

  test('that may not go is refused at the row', async () => {
    const schema = await bench.schema(
      'CREATE TABLE parents (id int PRIMARY KEY)',
      'CREATE TABLE children (parent int REFERENCES parents)',
      'INSERT INTO parents VALUES (1), (2); INSERT INTO children VALUES (1)',
    );
    const read = await schema.read('parents');
    const outcome = await read.save([read.delete('id', '1'), read.delete('id', '2')]);
    expect(outcome).toMatchObject({
      problems: [{ row: 'id=1', columns: [], error: { sqlState: '23503', table: 'children' } }],
    });
  });

  test('cannot be undone where their rows are changed in a table without a key', async () => {
    const schema = await bench.schema(
      'CREATE TABLE parents (id int PRIMARY KEY)',
      'CREATE TABLE children (parent int REFERENCES parents ON DELETE SET NULL)',
      'INSERT INTO parents VALUES (1); INSERT INTO children VALUES (1)',
    );
    const read = await schema.read('parents');
    expect(await read.save([read.delete('id', '1')], { confirmed: true })).toMatchObject({
      outcome: 'saved',
      saveId: null,
      undoRefused: 'side-effects',
    });
  });
});
