import { safe } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { router } from '../../../src/main/api/router.ts';
import { createSilentLogger } from '../../../src/main/lib/logger.ts';
import { createPortRpc } from '../../../src/main/transport/create-port-rpc.ts';
import { createWebSocketRpc } from '../../../src/main/transport/create-web-socket-rpc.ts';
import type { contract } from '../../../src/shared/contract/contract.ts';
import type { ImportOptions, ImportState } from '../../../src/shared/contract/csv-import.ts';
import { overPort, overWebSocket, type Transport } from '../../contract/support/transports.ts';
import { type ConsoleBench, openConsoleBench } from '../../support/console-bench.ts';
import { waitFor } from '../../support/wait-for.ts';

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
const filter = { match: 'all', conditions: [], where: '' } as const;
const options: ImportOptions = {
  ...{ encoding: 'UTF8', delimiter: ',', quote: '"', header: true, nullText: '', moveSequences: false },
  columns: ['name', 'email'],
};

describe.each(transports)('tables over the $name', ({ open }) => {
  let transport: Transport<Client>;
  let client: Client;
  const database = () => ({ instance: bench.instance, database: null });
  const customers = () => ({ ...database(), relation: { schema: 'public', name: 'customers' } });
  beforeAll(async () => {
    transport = await open();
    client = transport.open().client;
    await bench.psql('drop table if exists customers');
    await client.tables.createCustomers(database());
  });
  afterAll(() => transport.dispose());
  beforeEach(() => bench.psql("delete from customers where name like 'New%'"));

  const begin = (page: Client, text: string, sizeBytes = Buffer.byteLength(text)) =>
    page.tables.startImport({
      ...customers(),
      ...{
        mode: 'import',
        fileName: 'new.csv',
        sizeBytes,
        options,
      },
    });
  const emails = () =>
    bench.psql("select string_agg(email, ',' order by email) from customers where name like 'New%'");

  test('what there is, and its rows', async () => {
    const { relations } = await client.tables.list(database());
    expect(relations).toContainEqual(expect.objectContaining({ name: 'customers', kind: 'table' }));
    const relation = await client.tables.describe({ ...customers(), identity: null });
    expect(relation).toMatchObject({ identity: { source: 'primary-key', columns: ['id'] } });
    const wish = { ...customers(), identity: null, order: [], filter: { ...filter, conditions: [] } };
    const page = await client.tables.rows({ ...wish, page: { at: 'first' } });
    expect(page.rows.map(({ cells }) => cells[1])).toEqual(['John', 'Bagus', 'Tenxi']);
    expect(await client.tables.count({ ...customers(), filter: wish.filter })).toEqual({ count: 3 });
  });

  test('failures as they are', async () => {
    const missing = { ...database(), relation: { schema: 'public', name: 'missing' }, identity: null };
    expect((await safe(client.tables.describe(missing))).error).toMatchObject({
      data: { code: 'not-found', kind: 'relation', name: 'public.missing' },
    });
    const wish = { ...filter, conditions: [], where: 'nowhere' };
    expect((await safe(client.tables.count({ ...customers(), filter: wish }))).error).toMatchObject({
      data: { code: 'database-error', sqlState: '42703' },
    });
  });

  test('a file in pieces, from its first to its end', async () => {
    const text = 'name,email\nNew Ä,a@example.com\nNew 🐘,b@example.com\n';
    const { importId } = await begin(client, text);
    const states: ImportState[] = [];
    const watched = (async () => {
      for await (const state of await client.tables.watchImport({ importId })) states.push(state);
    })();
    const bytes = Buffer.from(text);
    const piece = (from: number, to: number) => new Blob([bytes.subarray(from, to)]);
    expect(await client.tables.importChunk({ importId, chunk: piece(0, 20), last: false })).toEqual({
      wanted: true,
    });
    expect(await client.tables.importChunk({ importId, chunk: piece(20, bytes.length), last: true })).toEqual(
      {
        wanted: false,
      },
    );
    await watched;
    expect(states.at(-1)).toMatchObject({ state: 'imported', rows: 2 });
    expect(await emails()).toBe('a@example.com,b@example.com');
  });

  test('a file whose page goes away leaves nothing', async () => {
    const page = transport.open();
    const { importId } = await begin(page.client, '', 1000);
    const states = await page.client.tables.watchImport({ importId });
    expect(await states.next()).toMatchObject({ value: { state: 'running' } });
    const chunk = new Blob(['name,email\nNew,c@example.com\n']);
    await page.client.tables.importChunk({ importId, chunk, last: false });
    await states.next();
    expect(bench.services.tableImports.hasRunning()).toBe(true);
    page.dispose();
    await waitFor('its end', () => !bench.services.tableImports.hasRunning() || null);
    expect(await emails()).toBe('');
  });

  test('rows as a file to fetch', async () => {
    const as = { format: 'json-lines' } as const;
    const saved = await client.tables.export({
      ...{
        ...customers(),
        order: [],
        filter: { ...filter, conditions: [] },
        fileName: 'customers.jsonl',
        as,
      },
    });
    if (saved.way !== 'download') throw new Error(saved.way);
    expect(saved.ticket).toMatch(/^[\w-]{43}$/);
  });
});
