import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ContainerInspect } from '../../../src/main/docker/engine-types.ts';
import { TableSaves } from '../../../src/main/tables/save/table-saves.ts';
import { TableSessions } from '../../../src/main/tables/table-sessions.ts';
import type { SaveBench } from '../../support/save-bench.ts';
import { openSharedSaveBench } from '../../support/shared-save-bench.ts';

let bench: SaveBench;
let clerk: string;
let by: Pick<SaveBench, 'sessions' | 'saves'>;
beforeAll(async () => {
  bench = await openSharedSaveBench();
  const owner = await bench.schema();
  // Roles are everybody's on a shared server.
  clerk = `clerk_${bench.database}`;
  await owner.sql(`CREATE ROLE ${clerk} LOGIN PASSWORD 's3cret'`);
  const { access, engine } = bench.instances;
  const asClerk = async (inspect: ContainerInspect) => {
    const target = await access.targetOfInspected(inspect);
    return target && { ...target, credentials: { ...target.credentials, user: clerk } };
  };
  const sessions = new TableSessions({ engine, access: { targetOfInspected: asClerk } });
  by = { sessions, saves: new TableSaves(sessions) };
});
afterAll(async () => {
  await by.sessions.dispose();
  await bench.dispose();
});

const people = `CREATE TABLE people (id int PRIMARY KEY, name text, pay int);
  INSERT INTO people VALUES (1, 'Ann', 5), (2, 'Ben', 6)`;
const open = async (...grants: string[]) => {
  const schema = await bench.schema(people, ...grants);
  await schema.sql(`GRANT USAGE ON SCHEMA ${schema.name} TO ${clerk}`);
  return schema;
};

test('who may delete and not update deletes, and conflicts are found all the same', async () => {
  const schema = await open(`GRANT SELECT, DELETE ON people TO ${clerk}`);
  const read = await schema.read('people', { by });
  await schema.sql('UPDATE people SET pay = 7 WHERE id = 2');
  expect(await read.save([read.delete('id', '2')])).toMatchObject({ conflicts: [{ row: 'id=2' }] });
  expect((await read.save([read.delete('id', '1')])).outcome).toBe('saved');
  expect(await schema.sql('SELECT id FROM people')).toBe('2');
});

test('who may write some columns only is refused at the others', async () => {
  const schema = await open(`GRANT SELECT, UPDATE (name) ON people TO ${clerk}`);
  const read = await schema.read('people', { by });
  const outcome = await read.save([read.update('id', '1', { name: 'x', pay: '9' })]);
  expect(outcome).toMatchObject({
    problems: [{ row: 'id=1', columns: ['pay'], error: { sqlState: '42501' } }],
  });
  const saved = await read.save([read.update('id', '1', { name: 'x' })]);
  expect(saved.outcome).toBe('saved');
  const saveId = saved.outcome === 'saved' ? saved.saveId : null;
  expect((await by.saves.undoSave({ saveId: saveId ?? '', confirmed: false })).outcome).toBe('saved');
  expect(await schema.sql('SELECT name FROM people WHERE id = 1')).toBe('Ann');
});

test('a row that a policy shows and keeps from being written is not called gone', async () => {
  const schema = await open(
    `GRANT SELECT, UPDATE, DELETE ON people TO ${clerk}`,
    'ALTER TABLE people ENABLE ROW LEVEL SECURITY',
    `CREATE POLICY seen ON people FOR SELECT TO ${clerk} USING (true)`,
    `CREATE POLICY written ON people FOR UPDATE TO ${clerk} USING (id = 2) WITH CHECK (pay < 10)`,
  );
  const read = await schema.read('people', { by });
  for (const change of [read.update('id', '1', { name: 'x' }), read.delete('id', '1')]) {
    expect(await read.save([change, read.update('id', '2', { name: 'y' })])).toMatchObject({
      problems: [{ row: 'id=1', error: { sqlState: '09000' } }],
    });
  }
  expect(await read.save([read.update('id', '2', { pay: '10' })])).toMatchObject({
    problems: [{ row: 'id=2', error: { sqlState: '42501' } }],
  });
  expect((await read.save([read.update('id', '2', { pay: '9' })])).outcome).toBe('saved');
});

test('who may not see the rows that go too is told that there is no undo', async () => {
  const schema = await open(
    `GRANT SELECT, DELETE ON people TO ${clerk}`,
    'CREATE TABLE letters (person int REFERENCES people ON DELETE CASCADE)',
    'INSERT INTO letters VALUES (1)',
  );
  const read = await schema.read('people', { by });
  const outcome = await read.save([read.delete('id', '1')]);
  expect(outcome).toMatchObject({ outcome: 'saved', saveId: null, undoRefused: 'side-effects' });
});
