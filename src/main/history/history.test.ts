import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { instanceKey } from '../instances/instance-key.ts';
import { AppFailure } from '../lib/app-failure.ts';
import { createLoggerTo } from '../lib/logger.ts';
import { History } from './history.ts';

let dataDir: string;
let logged: string[];
let changes: number;
let engineId: string | null;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'howdah-history-'));
  logged = [];
  changes = 0;
  engineId = 'A';
});

afterEach(() => rm(dataDir, { recursive: true }));

const engine = {
  info: () => (engineId === null ? null : { id: engineId, address: 'unix:///e.sock' }),
  inUse() {
    const info = engine.info();
    if (info === null) throw new AppFailure({ code: 'engine-unreachable', tried: [] });
    return info;
  },
};

function open(): History {
  const log = createLoggerTo({ write: (line) => void logged.push(line) });
  const onChange = () => {
    changes += 1;
  };
  return new History({ dataDir, engine, log, onChange });
}

const consoleOf = (engineOf: string, instance: string) => `${instanceKey(engineOf, instance)}-1`;
const entry = (text: string) => ({ atMs: 1, database: 'shop', text, durationMs: 2, rows: 1, error: null });
const page = { text: '', before: null, limit: 50 };

async function texts(history: History, instance: string): Promise<string[]> {
  return (await history.search({ instance, ...page })).entries.map(({ text }) => text);
}

test('keeps what the consoles of each instance ran apart, by engine too', async () => {
  const history = open();
  await history.add(consoleOf('A', 'shop'), entry('select 1'));
  await history.add(consoleOf('A', 'other'), entry('select 2'));
  await history.add(consoleOf('B', 'shop'), entry('select 3'));
  await history.dispose();
  expect(await texts(open(), 'shop')).toEqual(['select 1']);
  engineId = 'B';
  expect(await texts(open(), 'shop')).toEqual(['select 3']);
  expect(changes).toBe(3);
  const folder = join(dataDir, 'history');
  for (const file of await readdir(folder)) expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
});

test('keeps what ran while the engine went away', async () => {
  const history = open();
  engineId = null;
  await history.add(consoleOf('A', 'shop'), entry('select 1'));
  await expect(texts(history, 'shop')).rejects.toThrow('engine-unreachable');
  await expect(history.clear('shop')).rejects.toThrow('engine-unreachable');
  engineId = 'A';
  expect(await texts(history, 'shop')).toEqual(['select 1']);
});

test('no password reaches the disk', async () => {
  const history = open();
  const error = { sqlState: '42601', message: `syntax error at or near "'hunter2'"` };
  await history.add(consoleOf('A', 'shop'), { ...entry(`alter role ann password 'hunter2'`), error });
  const [file] = await readdir(join(dataDir, 'history'));
  const text = await readFile(join(dataDir, 'history', file ?? ''), 'utf8');
  expect(text).toContain('alter role ann password');
  expect(text).not.toContain('hunter2');
});

test('clearing forgets one instance only', async () => {
  const history = open();
  await history.add(consoleOf('A', 'shop'), entry('select 1'));
  await history.add(consoleOf('A', 'other'), entry('select 2'));
  await history.clear('shop');
  expect(await texts(history, 'shop')).toEqual([]);
  expect(await texts(open(), 'other')).toEqual(['select 2']);
});

test('that it cannot be written stops nobody, and is told in the log', async () => {
  await writeFile(join(dataDir, 'history'), 'a file where the folder should be');
  const history = open();
  await history.add(consoleOf('A', 'shop'), entry('select 1'));
  expect(logged.join('')).toContain('the history could not be written');
  await rm(join(dataDir, 'history'));
  await history.add(consoleOf('A', 'shop'), entry('select 2'));
  expect(await texts(history, 'shop')).toEqual(['select 2']);
});
