import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SessionQuery } from '../../../src/main/postgres/console-connection.ts';
import { readRelationFacts } from '../../../src/main/tables/relations/read-relation-facts.ts';
import { readStructure } from '../../../src/main/tables/relations/structure/read-structure.ts';
import { allOf, canDump, copyZoo, dumpZoo } from '../../support/relation-zoo-copy.ts';
import { openZooServers, type ZooServers } from '../../support/relation-zoo-servers.ts';
import { testMajors } from '../../support/test-image.ts';

let servers: ZooServers;

beforeAll(async () => {
  servers = await openZooServers();
});
afterAll(() => servers.dispose());

const odd = 'Odd "s" 🐘';
const facts = (session: SessionQuery, name: string, picked: string[] | null = null, schema = 'app') =>
  readRelationFacts(session, { schema, name }, picked);

test.each(testMajors)('on %s columns are told by what they are made of', async (major) => {
  const { relation, castTypeOf, isWide } = await facts(servers.of(major).session, 'people');
  const columns = new Map(relation.columns.map((column) => [column.name, column]));
  expect(columns.get('code')).toMatchObject({
    ...{ type: 'app.code', typeOid: 1043, valueType: 'text', notNull: true, maxLength: 3 },
    defaultText: "'abc'::character varying",
  });
  expect(columns.get('price')).toMatchObject({
    ...{ type: 'app.sale', valueType: 'number', align: 'right', notNull: false },
    numeric: { precision: 10, scale: 2 },
  });
  expect(columns.get('small')).toMatchObject({ valueType: 'integer', integerBytes: 2, notNull: true });
  expect(columns.get('mood')?.enumLabels).toEqual(['sad', "o'k", 'happy 🐘']);
  expect(columns.get('gross')).toMatchObject({
    ...{ generated: '(net * 1.1)', defaultText: null, canInsert: false, canUpdate: false },
  });
  expect(columns.get('chars')).toMatchObject({ type: 'character(4)', maxLength: 4 });
  const unsorted = relation.columns.filter(({ canSort }) => !canSort).map(({ name }) => name);
  expect(unsorted).toEqual([]);
  expect(relation.columns.filter(({ name }) => isWide(name)).map(({ name }) => name)).toEqual([
    ...['name', 'shade', 'moods', 'place', 'body', 'raw'],
  ]);
  expect(['moods', 'code', 'place', 'at', 'flags', 'chars', 'none'].map(castTypeOf)).toEqual([
    ...[
      'app.mood[]',
      'character varying',
      'app.point3',
      'timestamp with time zone',
      '"bit"',
      'bpchar',
      undefined,
    ],
  ]);
  expect(relation.constraints).toEqual(
    expect.arrayContaining([
      { name: 'Check me!', kind: 'check', columns: ['name', 'net'] },
      { name: 'code_shape', kind: 'check', columns: ['code'] },
      { name: ' USING " odd 🐘', kind: 'unique', columns: ['big'] },
      { name: 'people_int4range_excl', kind: 'exclusion', columns: ['id'] },
    ]),
  );
});

test.each(testMajors)('on %s a cast to a column’s type cuts nothing off', async (major) => {
  const { session } = servers.of(major);
  const { castTypeOf } = await facts(session, 'people');
  for (const [column, value] of [
    ...[
      ['email', 'x'.repeat(200)],
      ['code', 'too long'],
      ['chars', 'longer than four'],
      ['flags', '1010101010'],
    ],
    ...[
      ['price', '1.23456'],
      ['at', '2026-01-02 03:04:05.678901+00'],
      ['span', '1 year 2 days 00:00:01.234567'],
    ],
  ]) {
    const { rows } = await session.query(`SELECT $1::${castTypeOf(column ?? '')}::text`, [value ?? '']);
    expect(rows[0]?.[0]).toBe(value);
  }
});

test.each(testMajors)('on %s names mean the same whatever the search path is', async (major) => {
  const { bench } = servers.of(major);
  const session = await bench.connect();
  await session.query('CREATE SCHEMA hiding');
  await session.query('CREATE DOMAIN hiding.uuid AS int');
  await session.query('CREATE TABLE hiding.both (mine hiding.uuid[], system uuid, mood app.mood)');
  await session.query('SET search_path = hiding, app, pg_catalog');
  const { castTypeOf, sqlName } = await facts(session, 'both', null, 'hiding');
  expect([sqlName, castTypeOf('mine'), castTypeOf('system'), castTypeOf('mood')]).toEqual([
    ...['"hiding"."both"', 'hiding.uuid[]', 'pg_catalog.uuid', 'app.mood'],
  ]);
  await session.query('DROP SCHEMA hiding CASCADE');
});

test.each(testMajors)('on %s a row is found by its key', async (major) => {
  const { session } = servers.of(major);
  const identityOf = async (name: string, picked: string[] | null = null, schema = 'app') =>
    (await facts(session, name, picked, schema)).relation.identity;
  expect(await identityOf('Sales Orders', ['🐘'], odd)).toEqual({
    source: 'primary-key',
    columns: ['Id', 'by default'],
  });
  expect(await identityOf('pet')).toEqual({ source: 'unique', columns: ['id'] });
  // Rows of pets are among those of animals, and share their keys.
  expect(await identityOf('animal')).toBeNull();
  expect(await identityOf('typed')).toBeNull();
  expect(await identityOf('typed', ['x', 'Z z'])).toEqual({ source: 'picked', columns: ['x', 'Z z'] });
  expect(await identityOf('typed', ['x', 'gone'])).toBeNull();
  expect(await identityOf('events_click')).toEqual({ source: 'primary-key', columns: ['id', 'at'] });
  await expect(identityOf('People')).rejects.toMatchObject({
    appError: { code: 'not-found', kind: 'relation', name: 'app.People' },
  });
});

test('on 18 a key whose NOT NULL is not proven identifies nothing', async () => {
  const { session } = servers.of('18');
  await session.query('CREATE TABLE half (a int, UNIQUE (a))');
  await session.query('ALTER TABLE half ADD CONSTRAINT there NOT NULL a NOT VALID');
  expect((await facts(session, 'half', null, 'public')).relation.identity).toBeNull();
  await session.query('ALTER TABLE half VALIDATE CONSTRAINT there');
  expect((await facts(session, 'half', null, 'public')).relation.identity?.source).toBe('unique');
});

test.each(testMajors)('on %s it is told what may be changed, and why not', async (major) => {
  const { bench } = servers.of(major);
  const session = await bench.connect();
  for (const statement of rights) await session.query(statement);
  const of = async (name: string, picked: string[] | null = null) => {
    const { relation } = await facts(session, name, picked, 'rights');
    const by = (can: 'canInsert' | 'canUpdate') =>
      relation.columns.filter((column) => column[can]).map(({ name: column }) => column);
    const ways = Object.entries(relation.can).flatMap(([way, may]) => (may ? [way] : []));
    return [relation.readOnlyReason, ways.join(), by('canInsert').join(), by('canUpdate').join()];
  };
  expect(await of('keyed')).toEqual([null, 'insert,update,delete', 'id,secret,shown', 'id,secret,shown']);
  expect(await of('simple')).toEqual(['no-key', 'insert,update,delete', 'id,shown', 'id,shown']);
  expect(await of('simple', ['id'])).toEqual([null, 'insert,update,delete', 'id,shown', 'id,shown']);
  expect(await of('grouped', ['n'])).toEqual(['view-not-updatable', '', '', '']);
  expect(await of('ruled')).toEqual([null, 'insert', 'n', '']);
  expect(await of('triggered', ['n'])).toEqual([null, 'update', '', 'n,t']);
  expect(await of('kept', ['n'])).toEqual(['materialized-view', '', '', '']);
  expect(await of('lines', ['line'])).toEqual(['foreign-table-not-updatable', '', '', '']);
  await session.query('SET ROLE clerk');
  expect(await of('keyed')).toEqual([null, 'insert,update', 'shown', 'shown']);
  expect(await of('simple', ['id'])).toEqual(['no-privilege', '', '', '']);
  await session.query('RESET ROLE');
  await session.query('DROP SCHEMA rights CASCADE');
});

const rights = [
  'CREATE SCHEMA rights',
  `DO $$ BEGIN CREATE ROLE clerk; EXCEPTION WHEN duplicate_object THEN END $$`,
  'GRANT USAGE ON SCHEMA rights TO clerk',
  'CREATE TABLE rights.keyed (id int PRIMARY KEY, secret text, shown text)',
  'GRANT SELECT, INSERT (shown), UPDATE (shown) ON rights.keyed TO clerk',
  'CREATE VIEW rights.simple AS SELECT id, shown, upper(shown) AS loud FROM rights.keyed',
  'CREATE VIEW rights.grouped AS SELECT count(*) AS n FROM rights.keyed',
  'CREATE VIEW rights.ruled AS SELECT count(*) AS n FROM rights.keyed',
  'CREATE RULE new AS ON INSERT TO rights.ruled DO INSTEAD INSERT INTO rights.keyed (id) VALUES (NEW.n)',
  `CREATE VIEW rights.triggered AS SELECT count(*) AS n, 'x'::text AS t FROM rights.keyed`,
  'CREATE TRIGGER new INSTEAD OF UPDATE ON rights.triggered FOR EACH ROW EXECUTE FUNCTION app.touch()',
  'CREATE MATERIALIZED VIEW rights.kept AS SELECT count(*) AS n FROM rights.keyed',
  `CREATE FOREIGN TABLE rights.lines (line text) SERVER files OPTIONS (filename '/dev/null')`,
];

test.each(testMajors)('on %s keys between partitioned tables are told once', async (major) => {
  const { session } = servers.of(major);
  for (const statement of partitioned) await session.query(statement);
  const { relation } = await facts(session, 'parts', null, 'public');
  const key = {
    ...{ name: 'parts_of', from: { schema: 'public', name: 'parts' }, fromColumns: ['whole', 'kind'] },
    ...{ to: { schema: 'public', name: 'wholes' }, toColumns: ['id', 'kind'] },
    ...{ onDelete: 'cascade', onUpdate: 'no action' },
  };
  expect(relation.foreignKeys).toEqual([key]);
  expect((await facts(session, 'wholes', null, 'public')).relation).toMatchObject({
    referencedBy: [key],
    hasVersion: true,
    constraints: expect.arrayContaining([{ name: 'wholes_2_pkey', kind: 'unique', columns: ['id', 'kind'] }]),
  });
  expect((await facts(session, 'wholes_1', null, 'public')).relation.referencedBy).toEqual([key]);
  expect((await facts(session, 'parts_1', null, 'public')).relation.foreignKeys).toEqual([
    { ...key, from: { schema: 'public', name: 'parts_1' } },
  ]);
  const { partitions } = await readStructure(session, { schema: 'public', name: 'wholes' });
  expect(partitions).toEqual([
    { schema: 'public', name: 'wholes_1', bounds: 'FOR VALUES FROM (0) TO (10)' },
    { schema: 'public', name: 'wholes_2', bounds: 'DEFAULT' },
  ]);
  await session.query('DROP TABLE wholes, parts');
});

test.each(testMajors)('on %s it is told whether triggers may fill new rows', async (major) => {
  const { session } = servers.of(major);
  for (const statement of partitioned) await session.query(statement);
  const fills = async (name: string) => (await facts(session, name, null, 'public')).relation.fillsNewRows;
  const trigger = (when: string) =>
    session.query(
      `CREATE OR REPLACE TRIGGER fill ${when} ON wholes_1 FOR EACH ROW EXECUTE FUNCTION app.touch()`,
    );
  expect(await fills('wholes')).toBe(false);
  for (const when of ['AFTER INSERT', 'BEFORE UPDATE OR DELETE']) {
    await trigger(when);
    expect(await fills('wholes_1')).toBe(false);
  }
  await trigger('BEFORE UPDATE OR INSERT');
  expect([await fills('wholes_1'), await fills('wholes'), await fills('wholes_2')]).toEqual([
    true,
    true,
    false,
  ]);
  await session.query('ALTER TABLE wholes_1 DISABLE TRIGGER fill');
  expect(await fills('wholes_1')).toBe(false);
  await session.query('DROP TABLE wholes, parts');
});

test.each(testMajors)('on %s rows of partitions carry their version', async (major) => {
  const { session } = servers.of(major);
  for (const statement of partitioned) await session.query(statement);
  // The second partition keeps its columns in another order.
  await session.query(`INSERT INTO wholes VALUES (1, 'a'), (11, 'b')`);
  const versions = async () => (await session.query('SELECT xmin::text FROM wholes ORDER BY id')).rows.flat();
  const [one = null, two = null] = await versions();
  const change = (version: string | null, id: string) =>
    session.query(`UPDATE wholes SET note = 'x' WHERE id = $1 AND xmin::text = $2 RETURNING xmin::text`, [
      id,
      version,
    ]);
  expect((await change(one, '1')).rows.flat()).toEqual([(await versions())[0]]);
  expect((await change(two, '11')).rows.flat()).toEqual([(await versions())[1]]);
  expect((await change(two, '11')).rows).toEqual([]);
  await session.query('DROP TABLE wholes, parts');
});

const partitioned = [
  'CREATE TABLE wholes (id int, kind text, note text, PRIMARY KEY (id, kind)) PARTITION BY RANGE (id)',
  'CREATE TABLE wholes_1 PARTITION OF wholes FOR VALUES FROM (0) TO (10)',
  'CREATE TABLE wholes_2 (gone int, note text, kind text NOT NULL, id int NOT NULL)',
  'ALTER TABLE wholes_2 DROP gone',
  'ALTER TABLE wholes ATTACH PARTITION wholes_2 DEFAULT',
  `CREATE TABLE parts (whole int, kind text, CONSTRAINT parts_of FOREIGN KEY (whole, kind)
    REFERENCES wholes ON DELETE CASCADE) PARTITION BY LIST (kind)`,
  'CREATE TABLE parts_1 PARTITION OF parts DEFAULT',
];

test('the fingerprint goes with columns and keys, and with nothing else', async () => {
  const { session } = servers.of('16');
  const fingerprint = async () => (await facts(session, 'shape', null, 'public')).relation.fingerprint;
  const changes = [
    'ALTER TABLE shape ALTER b TYPE varchar(5)',
    'ALTER TABLE shape ALTER b SET NOT NULL',
    'ALTER TABLE shape RENAME b TO c',
    'ALTER TABLE shape DROP CONSTRAINT shape_pkey, ADD PRIMARY KEY (c)',
    'ALTER TABLE shape ADD d int',
  ];
  await session.query('CREATE TABLE shape (a int PRIMARY KEY, b varchar(4))');
  const seen = new Set([await fingerprint()]);
  for (const statement of [`COMMENT ON TABLE shape IS 'x'`, `ALTER TABLE shape ALTER b SET DEFAULT 'x'`]) {
    await session.query(statement);
    expect(seen).toContain(await fingerprint());
  }
  for (const statement of changes) {
    await session.query(statement);
    seen.add(await fingerprint());
  }
  expect(seen.size).toBe(changes.length + 1);
  await session.query('DROP TABLE shape');
});

test.each(testMajors)('on %s the DDL of each relation makes the same one elsewhere', async (major) => {
  const server = servers.of(major);
  const names = await copyZoo(server);
  expect(names.length).toBeGreaterThan(25);
  if (await canDump(server, major)) {
    const { zoo, copy } = server.databases;
    expect(await dumpZoo(server, copy)).toBe(await dumpZoo(server, zoo));
  } else {
    for (const name of names) {
      expect(await allOf(server.copy, name)).toEqual(await allOf(server.session, name));
    }
  }
});
