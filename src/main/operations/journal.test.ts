import { appendFile, mkdtemp, readFile, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Journal } from './journal.ts';
import type { JournalRecord } from './journal-record.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'howdah-journal-'));
  file = join(folder, 'data', 'operations.jsonl');
});

afterEach(() => rm(folder, { recursive: true }));

function begin(id: string, atMs = 1): JournalRecord {
  const steps = [{ name: 'stop-container' as const, command: 'docker stop shop' }];
  return {
    ...{ type: 'begin', id, atMs, kind: 'reset', subject: 'shop', locks: ['container:shop'] },
    engine: { id: 'E', address: 'unix:///e.sock' },
    ...{ cancellable: true, steps, facts: { old: 'abc' } },
  };
}

const end = (id: string): JournalRecord => ({
  ...{ type: 'end', id, atMs: 9, state: 'succeeded', error: null, result: null },
});

async function write(...records: JournalRecord[]): Promise<void> {
  const journal = await Journal.open(file);
  for (const record of records) await journal.append(record);
  await journal.dispose();
}

async function read() {
  const journal = await Journal.open(file);
  await journal.dispose();
  return journal.histories;
}

test('tells again what was written, facts and locks included', async () => {
  const step = { type: 'step', id: 'a', atMs: 5, index: 0 } as const;
  await write(begin('a'), { ...step, state: 'running', facts: { old: 'abc', new: 'def' } });
  expect(await read()).toMatchObject([
    {
      locks: ['container:shop'],
      facts: { old: 'abc', new: 'def' },
      operation: { id: 'a', endedAtMs: null, steps: [{ state: 'running', startedAtMs: 5 }] },
    },
  ]);
});

test('a torn last line is what a kill leaves: everything before it counts', async () => {
  await write(begin('a'), begin('b'));
  const { size } = await stat(file);
  await truncate(file, size - 20);
  expect((await read()).map(({ operation }) => operation.id)).toEqual(['a']);
  await write(end('a'));
  expect((await read()).map(({ operation }) => operation.state)).toEqual(['succeeded']);
});

test('other damage is put aside before the file is written anew', async () => {
  await write(begin('a'));
  await appendFile(file, 'not json\n');
  await appendFile(file, `${JSON.stringify(begin('b'))}\n`);
  expect((await read()).map(({ operation }) => operation.id)).toEqual(['a', 'b']);
  expect(await readFile(`${file}.damaged`, 'utf8')).toContain('not json');
});

test('keeps the newest 200, and all that have not ended', async () => {
  const many = Array.from({ length: 230 }, (_, index) => [begin(`op${index}`), end(`op${index}`)]).flat();
  await write(begin('unfinished'), ...many);
  const ids = (await read()).map(({ operation }) => operation.id);
  expect(ids).toHaveLength(201);
  expect(ids[0]).toBe('unfinished');
  expect(ids[1]).toBe('op30');
  expect((await readFile(file, 'utf8')).includes('"op29"')).toBe(false);
});

test('only its owner may read it', async () => {
  await write(begin('a'));
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, 'data'))).mode & 0o777).toBe(0o700);
});
