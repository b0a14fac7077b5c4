import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppFailure } from '../lib/app-failure.ts';
import { createLoggerTo } from '../lib/logger.ts';
import { ConsoleDrafts } from './console-drafts.ts';

let dataDir: string;
let folder: string;
let logged: string[];
let changes: number;
let engineId: string | null;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'howdah-drafts-'));
  folder = join(dataDir, 'consoles');
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

function open(): Promise<ConsoleDrafts> {
  const log = createLoggerTo({ write: (line) => void logged.push(line) });
  const onChange = () => {
    changes += 1;
  };
  return ConsoleDrafts.open({ dataDir, engine, log, onChange });
}

test('a draft comes back as it was last saved', async () => {
  const drafts = await open();
  const { id } = await drafts.create('shop');
  await drafts.save(id, { text: "select 'é 🐘'", caret: 7 });
  await drafts.setDatabase(id, 'sales');
  const console = { id, instance: 'shop', number: 1, database: 'sales', text: "select 'é 🐘'", caret: 7 };
  expect(await drafts.get(id)).toEqual(console);
  expect(await (await open()).list('shop')).toEqual([console]);
  expect(changes).toBe(2);
});

test('files are for their owner only, one for each console', async () => {
  const drafts = await open();
  const [one, two] = await Promise.all([drafts.create('shop'), drafts.create('shop')]);
  const files = await readdir(folder);
  expect(files.toSorted()).toEqual([`${one.id}.json`, `${two.id}.json`].toSorted());
  for (const file of files) expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
  const before = await stat(join(folder, `${two.id}.json`));
  await drafts.save(one.id, { text: 'x', caret: 0 });
  expect((await stat(join(folder, `${two.id}.json`))).ino).toBe(before.ino);
});

test('a new console takes the lowest number that is free', async () => {
  const drafts = await open();
  const made = await Promise.all([1, 2, 3].map(() => drafts.create('shop')));
  expect(made.map(({ number }) => number)).toEqual([1, 2, 3]);
  await drafts.remove(made[1]?.id ?? '');
  expect((await drafts.create('shop')).number).toBe(2);
  expect((await drafts.create('other')).number).toBe(1);
  expect((await drafts.list('shop')).map(({ number }) => number)).toEqual([1, 2, 3]);
});

test('of many saves at once the last one counts, and all resolve when it is on the disk', async () => {
  const drafts = await open();
  const { id } = await drafts.create('shop');
  const saves = Array.from({ length: 50 }, (_, n) => drafts.save(id, { text: `text ${n}`, caret: n }));
  await Promise.all(saves);
  expect(JSON.parse(await readFile(join(folder, `${id}.json`), 'utf8'))).toMatchObject({ text: 'text 49' });
});

test('disposing waits for what is under way', async () => {
  const drafts = await open();
  const { id } = await drafts.create('shop');
  const saved = drafts.save(id, { text: 'late', caret: 0 });
  await drafts.get(id);
  await drafts.dispose();
  expect(JSON.parse(await readFile(join(folder, `${id}.json`), 'utf8'))).toMatchObject({ text: 'late' });
  await saved;
});

test('a console that was removed is gone, and saving it does not bring it back', async () => {
  const drafts = await open();
  const { id } = await drafts.create('shop');
  await Promise.all([drafts.save(id, { text: 'x', caret: 0 }), drafts.get(id).then(() => drafts.remove(id))]);
  await drafts.remove(id);
  await expect(drafts.save(id, { text: 'y', caret: 0 })).rejects.toMatchObject({
    appError: { code: 'not-found', kind: 'console' },
  });
  expect(await readdir(folder)).toEqual([]);
});

test('a console whose file could not be removed is still there to be removed again', async () => {
  const drafts = await open();
  const { id } = await drafts.create('shop');
  const file = join(folder, `${id}.json`);
  await rm(file);
  await mkdir(file);
  await expect(drafts.remove(id)).rejects.toThrow();
  expect((await drafts.get(id)).id).toBe(id);
  await rm(file, { recursive: true });
  await drafts.remove(id);
  await expect(drafts.get(id)).rejects.toThrow('not-found');
});

test('a damaged file is put aside and told; the others are there', async () => {
  const first = await open();
  const [one, two] = [await first.create('shop'), await first.create('shop')];
  await writeFile(join(folder, `${one.id}.json`), '{"text": "sel');
  const later = await open();
  expect((await later.list('shop')).map(({ id }) => id)).toEqual([two.id]);
  expect(await readFile(join(folder, `${one.id}.json.damaged`), 'utf8')).toBe('{"text": "sel');
  expect(logged.join('')).toContain(`${one.id}.json.damaged`);
});

test('a console belongs to the name on one engine', async () => {
  const drafts = await open();
  const { id } = await drafts.create('shop');
  engineId = 'B';
  expect(await drafts.list('shop')).toEqual([]);
  await expect(drafts.get(id)).rejects.toThrow('not-found');
  await drafts.save(id, { text: 'typed before it was told', caret: 0 });
  engineId = null;
  await expect(drafts.list('shop')).rejects.toThrow('engine-unreachable');
  await expect(drafts.create('shop')).rejects.toThrow('engine-unreachable');
  expect((await drafts.get(id)).text).toBe('typed before it was told');
});

test('what could not be read is read again when it is asked for again', async () => {
  const { id } = await (await open()).create('shop');
  const drafts = await open();
  await rename(folder, `${folder}.away`);
  await expect(drafts.list('shop')).rejects.toMatchObject({ code: 'ENOENT' });
  await rename(`${folder}.away`, folder);
  expect((await drafts.list('shop')).map((console) => console.id)).toEqual([id]);
});

test('only consoles that were empty for 180 days are dropped', async () => {
  const drafts = await open();
  const [empty, written, fresh] = await Promise.all([1, 2, 3].map(() => drafts.create('shop')));
  await drafts.save(written?.id ?? '', { text: 'select 1', caret: 0 });
  const longAgo = new Date(Date.now() - 181 * 24 * 60 * 60 * 1000);
  for (const console of [empty, written]) {
    await utimes(join(folder, `${console?.id}.json`), longAgo, longAgo);
  }
  const kept = await (await open()).list('shop');
  expect(kept.map(({ id }) => id)).toEqual([written?.id, fresh?.id]);
});

test('what a kill left of a write is removed', async () => {
  const { id } = await (await open()).create('shop');
  await writeFile(join(folder, `${id}.json.new`), '{"te');
  await open();
  expect(await readdir(folder)).toEqual([`${id}.json`]);
});
