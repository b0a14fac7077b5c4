import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RowChange, SaveOutcome } from '../../../src/shared/contract/row-changes.ts';
import type { SaveBench } from '../../support/save-bench.ts';
import { openSharedSaveBench } from '../../support/shared-save-bench.ts';

const customers = `CREATE TABLE customers (
  id serial PRIMARY KEY, name varchar(10) NOT NULL, email varchar(150) UNIQUE NOT NULL,
  is_active boolean NOT NULL DEFAULT true, note text);
  INSERT INTO customers (name, email) VALUES ('John', 'john@x'), ('Bagus', 'bagus@x'), ('Tenxi', 'tenxi@x')`;

let bench: SaveBench;
beforeAll(async () => {
  bench = await openSharedSaveBench();
});
afterAll(() => bench.dispose());

const all = 'SELECT * FROM customers ORDER BY id';

/** What was refused, without the server's further words. */
function problemsOf(outcome: SaveOutcome): unknown {
  if (outcome.outcome !== 'refused') return outcome;
  return outcome.problems.map(({ row, columns, error }) => [row, columns, error.sqlState]);
}

describe('a save', () => {
  test('updates, deletes and inserts at once, and tells the rows as they are', async () => {
    const schema = await bench.schema(customers);
    const read = await schema.read('customers');
    const outcome = await read.save([
      read.insert('new', { name: 'Ü "q" \\', email: 'a,{b}', note: null }),
      read.update('id', '1', { name: "O'Neil", note: '' }),
      read.insert('given', { id: '77', name: 'Given', email: 'NULL', is_active: { default: true } }),
      read.delete('id', '3'),
      read.update('id', '2', { is_active: 'false' }),
    ]);
    expect(outcome).toMatchObject({ outcome: 'saved', counts: { inserted: 2, updated: 2, deleted: 1 } });
    expect(await schema.sql(all)).toBe(
      '1|O\'Neil|john@x|t|\n2|Bagus|bagus@x|f|\n4|Ü "q" \\|a,{b}|t|\n77|Given|NULL|t|',
    );
    const now = await schema.read('customers');
    const told = outcome.outcome === 'saved' ? outcome.rows : [];
    expect(told.map(({ row }) => row).sort()).toEqual(['given', 'id=1', 'id=2', 'new']);
    for (const { now: is } of told) {
      expect(now.rows.map(({ cells, version }) => ({ cells, version }))).toContainEqual({
        cells: is.cells,
        version: is.version,
      });
    }
  });

  test.each<[string, string, Record<string, string | null>, [string[], string]]>([
    ['a taken value', 'UNIQUE', { email: 'bagus@x' }, [['email'], '23505']],
    ['NULL', 'NOT NULL', { name: null }, [['name'], '23502']],
    ['a text that is too long', 'varchar(10)', { note: 'x', name: 'elevenchars' }, [['name'], '22001']],
    ['what is no boolean', 'boolean', { is_active: 'maybe', note: 'fine' }, [['is_active'], '22P02']],
    ['what is no number', 'integer', { id: 'x1' }, [['id'], '22P02']],
    ['a number that is too big', 'integer', { id: '99999999999' }, [['id'], '22003']],
  ])('%s is refused at its cell (%s), and nothing is saved', async (_, _type, values, expected) => {
    const schema = await bench.schema(customers);
    const read = await schema.read('customers');
    const before = await schema.sql(all);
    const outcome = await read.save([
      read.update('id', '3', { note: 'good' }),
      read.insert('good', { name: 'Good', email: 'good@x' }),
      read.update('id', '1', values),
    ]);
    expect(problemsOf(outcome)).toEqual([['id=1', ...expected]]);
    expect(await schema.sql(all)).toBe(before);
  });

  test('all rows at fault are told at once, among a thousand', async () => {
    const schema = await bench.schema(
      'CREATE TABLE many (id int PRIMARY KEY, n int CHECK (n < 5000), amount numeric(5,2))',
      'INSERT INTO many SELECT n, n FROM generate_series(1, 1000) n',
    );
    const read = await schema.read('many');
    const bad: Record<string, string> = { 17: '5000', 500: 'x', 999: '99999999999' };
    const outcome = await read.save(
      Array.from({ length: 1000 }, (_, at) => String(at + 1)).map((id) =>
        read.update('id', id, { n: bad[id] ?? '0', amount: id === '20' ? '1234.5' : '1' }),
      ),
    );
    expect(problemsOf(outcome)).toEqual(
      expect.arrayContaining([
        ['id=17', ['n'], '23514'],
        ['id=500', ['n'], '22P02'],
        ['id=999', ['n'], '22003'],
        ['id=20', ['amount'], '22003'],
      ]),
    );
    expect(await schema.sql('SELECT count(*) FROM many WHERE n = 0')).toBe('0');
  });

  test('cells that no statement may write are refused before the server is asked', async () => {
    const schema = await bench.schema(
      'CREATE TABLE made (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n int, twice int GENERATED ALWAYS AS (n * 2) STORED)',
      'INSERT INTO made (n) VALUES (1), (2)',
    );
    const read = await schema.read('made');
    expect(
      problemsOf(
        await read.save([
          read.update('n', '1', { twice: '5' }),
          read.update('n', '2', { id: '9' }),
          read.insert('new', { twice: '1' }),
          read.insert('odd', { nothing: '1' }),
        ]),
      ),
    ).toEqual([
      ['n=1', ['twice'], '428C9'],
      ['n=2', ['id'], '428C9'],
      ['new', ['twice'], '428C9'],
      ['odd', ['nothing'], '42703'],
    ]);
    const saved = await read.save([
      read.update('n', '1', { n: '10', twice: { default: true } }),
      read.update('n', '2', { n: '20' }),
      read.insert('new', { id: '70', n: '7' }),
      read.insert('empty', {}),
    ]);
    expect(await schema.sql('SELECT * FROM made ORDER BY id')).toBe('1|10|20\n2|20|40\n3||\n70|7|14');
    const told = saved.outcome === 'saved' ? saved.rows.map(({ now }) => now.cells.join('|')) : [];
    expect(told).toEqual(expect.arrayContaining(['1|10|20', '2|20|40', '3||', '70|7|14']));
  });

  test('a relation that changed since is to be read again', async () => {
    const schema = await bench.schema(customers);
    const read = await schema.read('customers');
    await schema.sql('ALTER TABLE customers ADD phone text');
    expect(await read.save([read.delete('id', '1')])).toEqual({ outcome: 'relation-changed' });
    await schema.sql('DROP TABLE customers');
    await expect(read.save([read.delete('id', '1')])).rejects.toMatchObject({
      appError: { code: 'not-found', kind: 'relation' },
    });
  });
});

describe('the order of statements', () => {
  test('a value moves from a row to another, and a new row takes the value of a deleted one', async () => {
    const schema = await bench.schema(customers);
    const read = await schema.read('customers');
    const outcome = await read.save([
      read.insert('new', { name: 'New', email: 'tenxi@x' }),
      read.update('id', '2', { email: 'john@x', name: 'B' }),
      read.update('id', '1', { email: 'other@x' }),
      read.delete('id', '3'),
    ]);
    expect(outcome.outcome).toBe('saved');
    expect(await schema.sql('SELECT id, email FROM customers ORDER BY id')).toBe(
      '1|other@x\n2|john@x\n4|tenxi@x',
    );
  });

  test('values of a unique column are shifted along a chain', async () => {
    const schema = await bench.schema(
      'CREATE TABLE places (id int PRIMARY KEY, place int UNIQUE)',
      'INSERT INTO places VALUES (1, 1), (2, 2), (3, 3)',
    );
    const read = await schema.read('places');
    const shifted = ['1', '2', '3'].map((id) => read.update('id', id, { place: String(Number(id) + 1) }));
    expect((await read.save(shifted)).outcome).toBe('saved');
    expect(await schema.sql('SELECT place FROM places ORDER BY id')).toBe('2\n3\n4');
  });

  test('a ring of unique values is refused at both cells, unless the constraint can wait', async () => {
    const swap = async (constraint: string) => {
      const schema = await bench.schema(
        `CREATE TABLE places (id int PRIMARY KEY, place int UNIQUE ${constraint})`,
        'INSERT INTO places VALUES (1, 1), (2, 2)',
      );
      const read = await schema.read('places');
      return read.save([read.update('id', '1', { place: '2' }), read.update('id', '2', { place: '1' })]);
    };
    expect(problemsOf(await swap(''))).toEqual([
      ['id=1', ['place'], '23505'],
      ['id=2', ['place'], '23505'],
    ]);
    expect((await swap('DEFERRABLE')).outcome).toBe('saved');
  });

  test('a row may refer to one that is new, and a deleted one may still be referred to until then', async () => {
    const schema = await bench.schema(
      'CREATE TABLE nodes (id int PRIMARY KEY, parent int REFERENCES nodes)',
      'INSERT INTO nodes VALUES (1, NULL), (2, 1)',
    );
    const read = await schema.read('nodes');
    const outcome = await read.save([
      read.insert('child', { id: '4', parent: '3' }),
      read.insert('new', { id: '3' }),
      read.update('id', '2', { parent: '3' }),
      read.delete('id', '1'),
    ]);
    expect(outcome.outcome).toBe('saved');
    expect(await schema.sql('SELECT * FROM nodes ORDER BY id')).toBe('2|3\n3|\n4|3');
  });

  test('what a deferred constraint refuses is told at its cell', async () => {
    const schema = await bench.schema(
      'CREATE TABLE parents (id int PRIMARY KEY)',
      'CREATE TABLE children (id int PRIMARY KEY, parent int REFERENCES parents DEFERRABLE INITIALLY DEFERRED)',
      'INSERT INTO parents VALUES (1); INSERT INTO children VALUES (1, 1), (2, 1)',
    );
    const read = await schema.read('children');
    const outcome = await read.save([
      read.update('id', '1', { parent: '1' }),
      read.update('id', '2', { parent: '9' }),
    ]);
    expect(problemsOf(outcome)).toEqual([['id=2', ['parent'], '23503']]);
  });

  test('new rows are numbered in their order, and each is told under its own name', async () => {
    const schema = await bench.schema(
      'CREATE TABLE numbered (id serial, code uuid PRIMARY KEY DEFAULT gen_random_uuid(), n int)',
    );
    const read = await schema.read('numbered');
    const names = Array.from({ length: 2500 }, (_, at) => `row ${at}`);
    const outcome = await read.save(names.map((row, at) => read.insert(row, { n: String(at) })));
    const rows = outcome.outcome === 'saved' ? outcome.rows : [];
    expect(rows).toHaveLength(names.length);
    for (const { row, now } of rows) {
      const n = row.split(' ')[1] ?? '';
      expect([now.cells[0], now.cells[2]]).toEqual([String(Number(n) + 1), n]);
    }
  });
});

describe('triggers', () => {
  const triggered = (timing: string, body: string) => `
    CREATE FUNCTION act() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$ BEGIN ${body} END $$;
    CREATE TRIGGER act ${timing} ON customers FOR EACH ROW EXECUTE FUNCTION act()`;

  test('what they make of a row is what is told of it', async () => {
    const schema = await bench.schema(
      customers,
      triggered(
        'BEFORE INSERT OR UPDATE',
        "NEW.note := 'by trigger'; NEW.email := lower(NEW.email); RETURN NEW;",
      ),
    );
    const read = await schema.read('customers');
    const outcome = await read.save([
      read.update('id', '1', { email: 'UP@X' }),
      read.insert('new', { name: 'n', email: 'NEW@X' }),
    ]);
    const told = outcome.outcome === 'saved' ? outcome.rows.map(({ now }) => now.cells.slice(2)) : [];
    expect(told).toEqual([
      ['up@x', 't', 'by trigger'],
      ['new@x', 't', 'by trigger'],
    ]);
  });

  test('a row that one changes after the statement is told as it is then', async () => {
    const schema = await bench.schema(
      customers,
      triggered(
        'AFTER UPDATE OF name',
        "UPDATE customers SET note = 'after' WHERE id = NEW.id; RETURN NULL;",
      ),
    );
    const read = await schema.read('customers');
    const outcome = await read.save([read.update('id', '1', { name: 'x' })]);
    const [{ now } = { now: null }] = outcome.outcome === 'saved' ? outcome.rows : [];
    expect(now?.cells[4]).toBe('after');
    const again = await schema.read('customers');
    expect(again.rows.find(({ cells }) => cells[0] === '1')?.version).toBe(now?.version);
  });

  test('those of a table that inherits from this one count, too', async () => {
    const schema = await bench.schema(
      customers,
      'CREATE TABLE vips () INHERITS (customers)',
      "INSERT INTO vips (id, name, email) VALUES (9, 'Vip', 'vip@x')",
      triggered(
        'AFTER UPDATE OF name',
        "UPDATE vips SET note = 'after' WHERE id = NEW.id; RETURN NULL;",
      ).replace('ON customers', 'ON vips'),
    );
    const read = await schema.read('customers', { picked: ['id'] });
    const outcome = await read.save([read.update('id', '9', { name: 'x' })]);
    const [{ now } = { now: null }] = outcome.outcome === 'saved' ? outcome.rows : [];
    expect(now?.cells[4]).toBe('after');
  });

  test('a row that one keeps back is refused, not called changed by others', async () => {
    const schema = await bench.schema(
      customers,
      triggered(
        'BEFORE INSERT OR UPDATE OR DELETE',
        'IF COALESCE(NEW.id, OLD.id) <> 2 THEN RETURN COALESCE(NEW, OLD); END IF; RETURN NULL;',
      ),
    );
    const read = await schema.read('customers');
    for (const change of [
      read.update('id', '2', { name: 'x' }),
      read.delete('id', '2'),
      read.insert('id=2', { id: '2', name: 'x', email: 'x' }),
    ] satisfies RowChange[]) {
      expect(problemsOf(await read.save([change, read.update('id', '1', { name: 'y' })]))).toEqual([
        ['id=2', [], '09000'],
      ]);
    }
    expect(await schema.sql("SELECT count(*) FROM customers WHERE name = 'y'")).toBe('0');
  });

  test('one that writes rows that are staged, too, does not stand in their way', async () => {
    const schema = await bench.schema(
      'CREATE TABLE nodes (id int PRIMARY KEY, parent int REFERENCES nodes ON DELETE CASCADE, note text, by text)',
      'INSERT INTO nodes VALUES (1, NULL), (2, 1), (3, 2)',
      `CREATE FUNCTION act() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$ BEGIN
         UPDATE nodes SET by = 'trigger' WHERE id = 3 AND NEW.id = 2; RETURN NULL; END $$`,
      'CREATE TRIGGER act AFTER UPDATE OF parent ON nodes FOR EACH ROW EXECUTE FUNCTION act()',
    );
    const read = await schema.read('nodes');
    const outcome = await read.save([
      read.update('id', '2', { parent: null }),
      read.update('id', '3', { note: 'mine' }),
      read.delete('id', '1'),
    ]);
    expect(outcome.outcome).toBe('saved');
    expect(await schema.sql('SELECT * FROM nodes ORDER BY id')).toBe('2|||\n3|2|mine|trigger');
  });
});
