import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ConsoleBench, openConsoleBench } from '../../support/console-bench.ts';
import { waitFor } from '../../support/wait-for.ts';

/** More than the 200 rounds below ever have at a time, those that just ended included. */
const slots = 12;

let bench: ConsoleBench;
beforeAll(async () => {
  bench = await openConsoleBench([
    '-c',
    `max_connections=${slots}`,
    '-c',
    'superuser_reserved_connections=0',
  ]);
});
afterAll(() => bench.dispose());

const noBackends = () => waitFor('all backends to end', async () => (await bench.backends()) === 0 || null);

test('a password that was changed needs a person, who types the new one', async () => {
  const console = await bench.open();
  await bench.psql("alter role postgres password 'another'");
  await console.run('select 1');
  expect(console.state).toMatchObject({
    link: 'failed',
    reason: { code: 'password-failed', user: 'postgres' },
  });
  expect(console.entries).toMatchObject([{ kind: 'failure', error: { code: 'password-failed' } }]);
  await bench.call.instances.savePassword({ id: bench.instance, password: 'another' });
  await bench.call.consoles.connect({ id: console.id });
  await console.untilLink('ready');
  expect(await console.value('select 1')).toBe('1');
  await bench.call.consoles.close({ id: console.id });
});

test('a role without login is told by the server', async () => {
  const [keeper, console] = [await bench.open(), await bench.open()];
  await keeper.run('alter role postgres nologin');
  await console.run('select 1');
  expect(console.state).toMatchObject({
    ...{ link: 'failed', reason: { code: 'database-error', sqlState: '28000' } },
  });
  await keeper.run('alter role postgres login');
  await console.run('select 1');
  expect(console.state?.link).toBe('ready');
  for (const { id } of [keeper, console]) await bench.call.consoles.close({ id });
});

test('too many connections: waits, says so, and comes when one is free', async () => {
  await noBackends();
  const consoles = await Promise.all(Array.from({ length: slots }, () => bench.open()));
  for (const { id } of consoles) await bench.call.consoles.connect({ id });
  for (const console of consoles) await console.untilLink('ready');
  const late = await bench.open();
  await late.begin('select 5');
  await late.untilLink('waiting');
  expect(late.state).toMatchObject({ reason: { code: 'database-error', sqlState: '53300' } });
  await bench.call.consoles.close({ id: consoles[0]?.id ?? '' });
  await late.until('its turn', () => late.results[0]?.state === 'complete');
  expect(await late.rows()).toEqual([['5']]);
  for (const { id } of [...consoles, late]) await bench.call.consoles.close({ id });
});

test('200 rounds of open, run, cancel and close leave no backend', async () => {
  await noBackends();
  const text = 'select pg_sleep(60)';
  const watchedRound = async () => {
    const console = await bench.open();
    await console.begin(text);
    await bench.isRunning(console, text);
    await bench.call.consoles.cancel({ id: console.id });
    await console.untilIdle();
    await bench.call.consoles.close({ id: console.id });
  };
  /** Cancelled or closed wherever that finds it. */
  const blindRound = async (cancels: boolean) => {
    const { id } = await bench.call.consoles.create({ instance: bench.instance });
    await bench.call.consoles.run({ id, text, offset: 0, confirmed: true, values: {} });
    if (cancels) await bench.call.consoles.cancel({ id });
    await bench.call.consoles.close({ id });
  };
  const round = (index: number) => (index % 20 === 0 ? watchedRound() : blindRound(index % 2 === 0));
  for (let index = 0; index < 200; index += 4) {
    await Promise.all([0, 1, 2, 3].map((beside) => round(index + beside)));
  }
  await noBackends();
});

test('the end of the app ends every session, whatever it does', async () => {
  const [sleeping, inTransaction] = [await bench.open(), await bench.open()];
  await sleeping.begin('select pg_sleep(60)');
  await inTransaction.run('begin; create table never (n int)');
  await bench.isRunning(sleeping, 'select pg_sleep(60)');
  await bench.disposeServices();
  await noBackends();
  // A window that asks too late opens nothing.
  await expect(bench.call.consoles.connect({ id: sleeping.id })).rejects.toMatchObject({
    appError: { code: 'cancelled' },
  });
  expect(await bench.psql("select to_regclass('never') is null")).toBe('t');
});
