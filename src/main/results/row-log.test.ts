import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RowLog } from './row-log.ts';
import '../../shared/repeatable-properties.test-support.ts';

type Step = { do: 'append' | 'read'; bytes: number; at: number } | { do: 'wait' | 'flush' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('append' as const),
      bytes: fc.integer({ min: 1, max: 3000 }),
      at: fc.nat(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('read' as const),
      bytes: fc.integer({ min: 1, max: 9000 }),
      at: fc.nat(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('wait' as const, 'flush' as const) }) },
);

test('says every byte again, also to who reads while others write and wait for nothing', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'howdah-row-log-'));
  let file = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      file += 1;
      const log = new RowLog({
        file: join(dir, String(file)),
        spillBytes: 2000,
        holdBackBytes: 6000,
        onFailure: (error) => expect.unreachable(String(error)),
      });
      let written = Buffer.alloc(0);
      let held = Promise.resolve();
      const pending: Promise<unknown>[] = [];
      for (const next of steps) {
        if (next.do === 'append') {
          const bytes = Buffer.alloc(next.bytes, written.length % 251);
          written = Buffer.concat([written, bytes]);
          held = Promise.resolve(log.append(bytes));
        } else if (next.do === 'read') {
          const from = next.at % (written.length + 1);
          const expected = written.subarray(from, from + next.bytes);
          pending.push(log.read(from, next.bytes).then((read) => expect(read.equals(expected)).toBe(true)));
        } else if (next.do === 'wait') await held;
        else pending.push(log.flush());
      }
      await Promise.all(pending);
      await log.flush();
      expect((await log.read(0, written.length)).equals(written)).toBe(true);
      await log.dispose();
    }),
    { numRuns: 150 },
  );
  await rm(dir, { recursive: true });
});

test('who waits for room is not forgotten, however the bytes come', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'howdah-row-log-'));
  const log = new RowLog({
    file: join(dir, 'rows'),
    spillBytes: 100,
    holdBackBytes: 200,
    onFailure: (error) => expect.unreachable(String(error)),
  });
  for (const bytes of [10, 90, 101, 250, 1_000_000, 1, 199, 2, 70_000]) await log.append(Buffer.alloc(bytes));
  await log.dispose();
  await rm(dir, { recursive: true });
});

test('whoever waits for the disk is not left behind by another one who is done', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'howdah-row-log-'));
  const onFailure = (error: unknown) => expect.unreachable(String(error));
  const log = new RowLog({ file: join(dir, 'rows'), spillBytes: 0, holdBackBytes: 10, onFailure });
  const room = log.append(Buffer.alloc(1000, 'a'));
  const first = log.flush();
  await room;
  const second = log.flush();
  void log.append(Buffer.from('b'));
  await Promise.all([first, second]);
  expect((await log.read(998, 10)).toString()).toBe('aab');
  await log.dispose();
  await rm(dir, { recursive: true });
});
