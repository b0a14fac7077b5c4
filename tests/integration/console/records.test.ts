import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ConsoleBench, openConsoleBench } from '../../support/console-bench.ts';
import type { WatchedConsole } from '../../support/watched-console.ts';

let bench: ConsoleBench;
let console: WatchedConsole;

beforeAll(async () => {
  bench = await openConsoleBench();
  console = await bench.open();
});
afterAll(() => bench.dispose());

async function tables(): Promise<string[]> {
  const { relations } = await bench.call.catalog.read({ instance: bench.instance, database: null });
  return relations.filter(({ schema }) => schema === 'public').map(({ name }) => name);
}

test('completion knows what a console made', async () => {
  expect(await tables()).toEqual([]);
  await console.run('create table made (a int); select 1');
  expect(await tables()).toEqual(['made']);
});

test('what a transaction made is known once it ended', async () => {
  await console.run('begin; drop table made; create table other (a int)');
  expect(await tables()).toEqual(['made']);
  await console.run('commit');
  expect(await tables()).toEqual(['other']);
});

test('history keeps no password, not in the error that quotes it either', async () => {
  const twice = `create role ann password 'hunter2' 'hunter2'`;
  await console.run(twice);
  // As one entry.
  await console.run(`${'select 1;'.repeat(120)} ${twice}`);
  const { entries } = await bench.call.history.search({
    ...{ instance: bench.instance, text: 'create role', before: null, limit: 10 },
  });
  const quoting = { message: expect.stringContaining('syntax error at or near "***"') };
  expect(entries).toMatchObject([{ error: quoting }, { error: quoting }]);
  expect(JSON.stringify(entries)).not.toContain('hunter2');
});
