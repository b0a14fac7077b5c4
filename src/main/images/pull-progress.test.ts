import { expect, test } from 'vitest';
import type { PullProgress } from '../docker/engine-types.ts';
import { foldPullProgress, noPullProgress } from './pull-progress.ts';

function message(
  layerId: string | null,
  status: string,
  doneBytes?: number,
  totalBytes?: number,
): PullProgress {
  return { layerId, status, doneBytes: doneBytes ?? null, totalBytes: totalBytes ?? null };
}

const fold = (messages: PullProgress[]) => messages.reduce(foldPullProgress, noPullProgress);

test('a pull from its first layer to its end', () => {
  const messages = [
    message('16', 'Pulling from library/postgres'),
    message('a', 'Pulling fs layer'),
    message('b', 'Pulling fs layer'),
    message('a', 'Waiting'),
    message('a', 'Downloading', 10, 100),
  ];
  expect(fold(messages)).toEqual({
    done: 10,
    total: null,
    unit: 'bytes',
    layers: [
      { id: 'a', state: 'downloading', doneBytes: 10, totalBytes: 100 },
      { id: 'b', state: 'waiting', doneBytes: 0, totalBytes: null },
    ],
  });
  messages.push(
    message('b', 'Downloading', 50, 50),
    message('b', 'Download complete'),
    message('a', 'Downloading', 100, 100),
    message('a', 'Extracting', 5, 100),
  );
  expect(fold(messages)).toMatchObject({ done: 150, total: 150, layers: [{ state: 'extracting' }, {}] });
  messages.push(
    message('a', 'Pull complete'),
    message('b', 'Pull complete'),
    message(null, 'Digest: sha256:0123'),
    message(null, 'Status: Downloaded newer image for postgres:16'),
  );
  expect(fold(messages)).toMatchObject({
    done: 150,
    total: 150,
    layers: [{ state: 'done' }, { state: 'done' }],
  });
});

test('layers that are here already count as done', () => {
  const progress = fold([message('a', 'Already exists'), message('b', 'Downloading', 1, 4)]);
  expect(progress).toMatchObject({ done: 1, total: 4, layers: [{ state: 'done', totalBytes: null }, {}] });
});

test('a layer that is tried again starts over', () => {
  const progress = fold([message('a', 'Downloading', 9, 10), message('a', 'Retrying in 5 seconds')]);
  expect(progress.layers).toEqual([{ id: 'a', state: 'waiting', doneBytes: 0, totalBytes: 10 }]);
});

test('keeps at most 64 layers', () => {
  const messages = Array.from({ length: 100 }, (_, index) => message(`l${index}`, 'Downloading', 1, 2));
  expect(fold(messages).layers).toHaveLength(64);
});
