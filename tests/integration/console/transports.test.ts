import { safe } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { router } from '../../../src/main/api/router.ts';
import { createSilentLogger } from '../../../src/main/lib/logger.ts';
import { createPortRpc } from '../../../src/main/transport/create-port-rpc.ts';
import { createWebSocketRpc } from '../../../src/main/transport/create-web-socket-rpc.ts';
import type { contract } from '../../../src/shared/contract/contract.ts';
import { overPort, overWebSocket, type Transport } from '../../contract/support/transports.ts';
import { type ConsoleBench, openConsoleBench } from '../../support/console-bench.ts';
import { WatchedConsole } from '../../support/watched-console.ts';

type Client = ContractRouterClient<typeof contract>;

let bench: ConsoleBench;
beforeAll(async () => {
  bench = await openConsoleBench();
});
afterAll(() => bench.dispose());

const log = createSilentLogger();
const service = () => ({ router, createContext: () => ({ services: bench.services }), log });
const transports = [
  {
    name: 'WebSocket of the browser host',
    open: () => overWebSocket<Client>(createWebSocketRpc(service()), log),
  },
  { name: 'MessagePort of Electron', open: async () => overPort<Client>(createPortRpc(service())) },
];

describe.each(transports)('consoles over the $name', ({ open }) => {
  let transport: Transport<Client>;
  let client: Client;
  beforeAll(async () => {
    transport = await open();
    client = transport.open().client;
  });
  afterAll(() => transport.dispose());

  test('a console from its creation to its end', async () => {
    const { instance } = bench;
    const made = await client.consoles.create({ instance });
    expect(await client.consoles.list({ instance })).toEqual([made]);
    await client.consoles.saveDraft({ id: made.id, text: "select 'é𝄞'", caret: 3 });
    const console = await WatchedConsole.open(client, made.id);
    await client.consoles.connect({ id: made.id });
    await console.untilLink('ready');
    expect(await console.value("select 'é𝄞'")).toBe('é𝄞');
    await console.run('begin; select 1/0');
    expect(console.state?.transaction).toBe('failed');
    await client.consoles.endTransaction({ id: made.id, how: 'rollback' });
    await console.until('the rollback', () => console.state?.transaction === 'idle');
    await console.untilIdle();
    await console.begin('select pg_sleep(60)');
    await client.consoles.cancel({ id: made.id });
    await console.untilIdle();
    await client.consoles.useDatabase({ id: made.id, database: 'template1' });
    expect(await client.consoles.list({ instance })).toEqual([
      { ...made, text: "select 'é𝄞'", caret: 3, database: 'template1' },
    ]);
    await client.consoles.close({ id: made.id });
    await console.dispose();
    expect(await client.consoles.list({ instance })).toEqual([]);
  });

  test('a file in pieces', async () => {
    const { id } = await client.consoles.create({ instance: bench.instance });
    const console = await WatchedConsole.open(client, id);
    const text = Buffer.from(
      `create temp table t (n int);\n${'insert into t values (1);\n'.repeat(500)}table t;`,
    );
    const { fileId } = await client.consoles.startFile({
      ...{ id, fileName: 'a.sql', sizeBytes: text.length, oneTransaction: true },
    });
    const half = Math.floor(text.length / 2);
    const piece = (from: number, to: number) => new Blob([text.subarray(from, to)]);
    expect(await client.consoles.fileChunk({ fileId, chunk: piece(0, half), last: false })).toEqual({
      wanted: true,
    });
    expect(await client.consoles.fileChunk({ fileId, chunk: piece(half, text.length), last: true })).toEqual({
      wanted: false,
    });
    await console.until('the end of the file', () => console.events.includes('file-done'));
    await console.untilIdle();
    expect(console.results).toMatchObject([{ rowCount: 500, state: 'complete' }]);
    expect(await client.consoles.fileChunk({ fileId, chunk: piece(0, 1), last: true })).toEqual({
      wanted: false,
    });
    await client.consoles.close({ id });
    await console.dispose();
  });

  test('what is asked, preferred and refused', async () => {
    const { instance } = bench;
    const { id } = await client.consoles.create({ instance });
    const run = { id, offset: 0, confirmed: false, values: {} };
    expect(await client.consoles.run({ ...run, text: 'select :a' })).toMatchObject({
      question: { parameters: ['a'] },
    });
    expect(await client.consoles.run({ ...run, text: 'drop table t' })).toMatchObject({
      outcome: expect.any(String),
    });
    expect(
      await client.consoles.setPreferences({ instance, patch: { statementTimeoutMs: 60_000 } }),
    ).toMatchObject({
      ...{ statementTimeoutMs: 60_000, readOnly: false },
    });
    expect(await client.consoles.preferences({ instance })).toMatchObject({ statementTimeoutMs: 60_000 });
    await client.consoles.setPreferences({ instance, patch: { statementTimeoutMs: 0 } });
    await client.consoles.close({ id });
    const { error } = await safe(client.consoles.cancel({ id }));
    expect(error).toMatchObject({ data: { code: 'not-found', kind: 'console', name: id } });
  });

  test('a window that is lost leaves its console running', async () => {
    const { id } = await client.consoles.create({ instance: bench.instance });
    const lost = transport.open();
    const before = await WatchedConsole.open(lost.client, id);
    await before.run('create temp table stays (n int)');
    transport.cut();
    await before.lost();
    lost.dispose();
    const console = await WatchedConsole.open(client, id);
    expect(console.entries).toEqual(before.entries);
    expect(await console.value('select count(*) from stays')).toBe('0');
    await client.consoles.close({ id });
    await console.dispose();
  });
});
