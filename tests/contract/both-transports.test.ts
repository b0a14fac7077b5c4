import { randomBytes } from 'node:crypto';
import { isDefinedError, ORPCError, safe } from '@orpc/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type SampleConnection, type SampleHost, startBrowserHost, startPortHost } from './support/hosts.ts';
import { createMemoryLog } from './support/memory-log.ts';

const transports = [
  { name: 'WebSocket of the browser host', start: startBrowserHost },
  { name: 'MessagePort of Electron', start: startPortHost },
];

describe.each(transports)('over the $name', ({ start }) => {
  let host: SampleHost;
  let lines: string[];
  let open: SampleConnection[];
  const connectPage = (): SampleConnection => {
    const connection = host.open();
    open.push(connection);
    return connection;
  };

  beforeEach(async () => {
    const memory = createMemoryLog();
    lines = memory.lines;
    open = [];
    host = await start(memory.log);
  });
  afterEach(async () => {
    for (const connection of open) connection.dispose();
    await host.dispose();
  });

  test('a typed call returns its result', async () => {
    expect(await connectPage().client.add({ a: 2, b: 3 })).toBe(5);
  });

  test('input that breaks the contract is refused and says where', async () => {
    const { error } = await safe(connectPage().client.add({ a: 1.5, b: 1 }));
    expect(error).toBeInstanceOf(ORPCError);
    expect(error).toMatchObject({ code: 'BAD_REQUEST', data: { issues: [{ path: ['a'] }] } });
    expect(lines).toEqual([]);
  });

  test('output that breaks the contract does not cross', async () => {
    const { error } = await safe(connectPage().client.wrongOutput());
    expect(error).toMatchObject({ code: 'APP_ERROR', data: { code: 'internal' } });
    expect(JSON.stringify(error)).not.toContain('secret text');
    expect(lines).toHaveLength(1);
  });

  test('a typed error keeps its data', async () => {
    const { error } = await safe(connectPage().client.missing({ name: 'pg' }));
    if (!isDefinedError(error)) throw error;
    expect(error.data).toEqual({ code: 'not-found', kind: 'container', name: 'pg' });
    expect(lines).toEqual([]);
  });

  test('a failure of a service is a typed error without being mapped', async () => {
    const { error } = await safe(connectPage().client.failure());
    if (!isDefinedError(error)) throw error;
    expect(error.data).toEqual({ code: 'password-failed', user: 'ana' });
  });

  test('an unknown error is logged once and crosses as internal, without message or stack', async () => {
    const { error } = await safe(connectPage().client.crash());
    if (!isDefinedError(error)) throw error;
    if (error.data.code !== 'internal') throw error;
    expect(JSON.stringify(error)).not.toMatch(/s3cret|sample-router/);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ logId: error.data.logId, procedure: 'crash' });
  });

  test('a stream arrives complete, in order, and ends', async () => {
    const numbers: number[] = [];
    for await (const { n } of await connectPage().client.count({ to: 500 })) numbers.push(n);
    expect(numbers).toEqual(Array.from({ length: 500 }, (_, index) => index + 1));
  });

  test('an unknown error within a stream crosses as internal, after what came before it', async () => {
    const stream = await connectPage().client.crashAfter({ values: 2 });
    expect([await stream.next(), await stream.next()]).toMatchObject([{ value: 1 }, { value: 2 }]);
    const { error } = await safe(stream.next());
    expect(error).toMatchObject({ code: 'APP_ERROR', data: { code: 'internal' }, defined: true });
    expect(JSON.stringify(error)).not.toContain('s3cret');
    expect(lines).toHaveLength(1);
  });

  test('a failure within a stream is a typed error', async () => {
    const stream = await connectPage().client.failAfter({ values: 0 });
    const { error } = await safe(stream.next());
    expect(error).toMatchObject({ data: { code: 'password-failed', user: 'ana' }, defined: true });
    expect(lines).toEqual([]);
  });

  test('cancelling a call aborts it in main', async () => {
    const { client } = connectPage();
    const controller = new AbortController();
    const call = safe(client.hang({ id: 'h' }, { signal: controller.signal }));
    await vi.waitFor(() => expect(host.seen.get('h')).toBe('running'));
    controller.abort(new Error('enough'));
    expect((await call).error).toMatchObject({ message: 'enough' });
    await vi.waitFor(() => expect(host.seen.get('h')).toBe('ended'));
    expect(await client.add({ a: 1, b: 1 })).toBe(2);
    expect(lines).toEqual([]);
  });

  test.each(['ticks', 'deaf'] as const)('leaving a stream ends it in main (%s)', async (name) => {
    const { client } = connectPage();
    for await (const value of await client[name]({ id: 's' })) {
      expect(value).toBe(1);
      expect(host.seen.get('s')).toBe('running');
      break;
    }
    await vi.waitFor(() => expect(host.seen.get('s')).toBe('ended'));
    expect(lines).toEqual([]);
  });

  test.each(['ticks', 'deaf'] as const)('a closed window ends its streams in main (%s)', async (name) => {
    const connection = connectPage();
    const stream = await connection.client[name]({ id: 's' });
    await stream.next();
    connection.dispose();
    await vi.waitFor(() => expect(host.seen.get('s')).toBe('ended'));
  });

  test('a lost connection ends calls and streams, in main and in the window', async () => {
    const connection = connectPage();
    const stream = await connection.client.ticks({ id: 's' });
    await stream.next();
    const next = safe(stream.next());
    const call = safe(connection.client.hang({ id: 'h' }));
    await vi.waitFor(() => expect(host.seen.get('h')).toBe('running'));
    host.cut();
    expect((await next).error).toMatchObject({ name: 'ConnectionLostError' });
    expect((await call).error).toMatchObject({ name: 'ConnectionLostError' });
    await vi.waitFor(() => expect([...host.seen.values()]).toEqual(['ended', 'ended']));
    expect(connection.state()).not.toBe('connected');
  });

  test('4 MiB of bytes go there and back unchanged', async () => {
    const bytes = randomBytes(4 * 1024 * 1024);
    const blob = await connectPage().client.echoBlob({ name: 'dump "ü"', chunk: new Blob([bytes]) });
    expect(Buffer.from(await blob.arrayBuffer()).equals(bytes)).toBe(true);
  });

  test('windows do not disturb each other', async () => {
    const [one, other] = [connectPage(), connectPage()];
    const streams = [await one.client.ticks({ id: 'one' }), await other.client.ticks({ id: 'other' })];
    await Promise.all(streams.map((stream) => stream.next()));
    one.dispose();
    await vi.waitFor(() => expect(host.seen.get('one')).toBe('ended'));
    expect(host.seen.get('other')).toBe('running');
    expect(await other.client.add({ a: 20, b: 22 })).toBe(42);
  });
});
