import { once } from 'node:events';
import { mkdtemp, readdir, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSilentLogger } from '../../src/main/lib/logger.ts';
import { resolveAppPaths } from '../../src/main/platform/app-paths.ts';
import { createNodePlatform } from '../../src/main/platform/node-platform.ts';
import { ResultSaver } from '../../src/main/results/result-saver.ts';
import { ResultStore } from '../../src/main/results/result-store.ts';
import { encodeRowFrame } from '../../src/main/results/row-frame.ts';
import { pageLink } from '../../src/shared/page-link.ts';
import { waitFor } from '../support/wait-for.ts';
import { openRaw, rawRequest } from './support/raw-request.ts';
import { startTarget, type Target } from './support/target.ts';

const csv = { format: 'csv', delimiter: ',', header: true, nullText: '', escapeFormulas: false } as const;
const rowCount = 50_000;
const value = 'v'.repeat(200);

let dir: string;
let host: Target;
let store: ResultStore;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'howdah-downloads-'));
  host = await startTarget();
  store = await ResultStore.open({ dir: join(dir, 'results'), log: createSilentLogger() });
});
afterEach(async () => {
  await host.dispose();
  await store.dispose();
  await rm(dir, { recursive: true });
});

/** A ticket for a result of 10 MB, which is on the disk. */
async function offerResult(fileName = 'rows.csv'): Promise<{ resultId: string; ticket: string }> {
  const columns = [{ name: 'c', typeOid: 25, type: 'text', align: 'left' as const }];
  const writer = store.create({ consoleId: 'console', number: 1, statement: '', columns });
  const frame = encodeRowFrame([value]);
  for (let row = 0; row < rowCount; row += 1) await writer.rows(frame, 1);
  await writer.finish({ state: 'complete', command: '' });
  const platform = createNodePlatform({ paths: resolveAppPaths(dir), downloads: host.downloads });
  const saved = await new ResultSaver(store, platform).save({ resultId: writer.id, fileName, as: csv });
  if (saved.way !== 'download') throw new Error('no ticket');
  return { resultId: writer.id, ticket: saved.ticket };
}

function fetchFile(ticket: string, signal?: AbortSignal): Promise<Response> {
  return fetch(`${host.own.origin}${pageLink.downloadPath}`, {
    method: 'POST',
    headers: { Origin: host.own.origin, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ticket }),
    ...(signal !== undefined && { signal }),
  });
}

test('a ticket fetches its file, once, to be kept under its name', async () => {
  const { ticket } = await offerResult('données/2026.csv');
  const answer = await fetchFile(ticket);
  expect(answer.status).toBe(200);
  expect((await answer.text()) === `c\n${`${value}\n`.repeat(rowCount)}`).toBe(true);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="donn_es_2026.csv"; filename*=UTF-8''donn%C3%A9es_2026.csv`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  });
  expect((await fetchFile(ticket)).status).toBe(403);
  await host.expectAlive();
});

test('a result that was let go of before is answered as gone', async () => {
  const { ticket } = await offerResult();
  await store.release('console');
  expect((await fetchFile(ticket)).status).toBe(410);
  await host.expectAlive();
});

test('rows that break off break the connection: no part is taken for the whole', async () => {
  const { ticket, resultId } = await offerResult();
  await truncate(join(dir, 'results', `${resultId}.rows`), 5_000_000);
  const answer = await fetchFile(ticket);
  expect(answer.status).toBe(200);
  await expect(answer.text()).rejects.toThrow();
});

test('one that is under way outlives its result, and one that is left lets go of the file', async () => {
  const { ticket } = await offerResult();
  const body = JSON.stringify({ ticket });
  const socket = openRaw(host.port);
  const type = { 'Content-Type': 'application/json', 'Content-Length': String(body.length) };
  socket.write(
    rawRequest(
      'POST',
      pageLink.downloadPath,
      { Host: host.own.host, Origin: host.own.origin, ...type },
      body,
    ),
  );
  await once(socket, 'data');
  socket.pause();
  await store.release('console');
  expect(await readdir(join(dir, 'results'))).toHaveLength(1);
  socket.destroy();
  await waitFor('the file to go', async () =>
    (await readdir(join(dir, 'results'))).length === 0 ? true : null,
  );
  await host.expectAlive();
});

test('a file is made no faster than it is taken', async () => {
  const piece = Buffer.alloc(1024 * 1024);
  let made = 0;
  let isReturned = false;
  const ticket = host.downloads.offer({
    fileName: 'long',
    contentType: 'text/plain',
    async *content() {
      try {
        for (; made < 1000; made += 1) yield piece;
      } finally {
        isReturned = true;
      }
    },
  });
  const stop = new AbortController();
  const { body } = await fetchFile(ticket, stop.signal);
  let taken = 0;
  for await (const bytes of body ?? []) {
    taken += bytes.length;
    if (taken > 64 * piece.length) break;
  }
  expect(made).toBeLessThan(200);
  stop.abort();
  await waitFor('the end of the file', () => (isReturned ? true : null));
  await host.expectAlive();
});
