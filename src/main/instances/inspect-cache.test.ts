import { expect, test } from 'vitest';
import { AppFailure } from '../lib/app-failure.ts';
import { fakeInspect } from './fake-inspect.test-support.ts';
import { InspectCache } from './inspect-cache.ts';

function countingDocker() {
  const answers: ((fail?: AppFailure) => void)[] = [];
  return {
    answers,
    inspectContainer: () =>
      new Promise<ReturnType<typeof fakeInspect>>((resolve, reject) => {
        answers.push((failure) => (failure === undefined ? resolve(fakeInspect({})) : reject(failure)));
      }),
  };
}

test('asks once, until it is deleted', async () => {
  const docker = countingDocker();
  const cache = new InspectCache();
  const both = Promise.all([cache.get(docker, 'a'), cache.get(docker, 'a')]);
  docker.answers[0]?.();
  const [one, other] = await both;
  expect(one).toBe(other);
  cache.delete('a');
  const again = cache.get(docker, 'a');
  expect(docker.answers).toHaveLength(2);
  docker.answers[1]?.();
  expect(await again).not.toBe(one);
});

test('an answer that an event overtook is not kept', async () => {
  const docker = countingDocker();
  const cache = new InspectCache();
  const stale = cache.get(docker, 'a');
  cache.delete('a');
  docker.answers[0]?.();
  await stale;
  void cache.get(docker, 'a');
  expect(docker.answers).toHaveLength(2);
});

test('a gone container is null, an unreachable engine is not remembered', async () => {
  const docker = countingDocker();
  const cache = new InspectCache();
  const gone = cache.get(docker, 'a');
  docker.answers[0]?.(new AppFailure({ code: 'not-found', kind: 'container', name: 'a' }));
  expect(await gone).toBeNull();
  const lost = cache.get(docker, 'b');
  docker.answers[1]?.(new AppFailure({ code: 'engine-unreachable', tried: [] }));
  await expect(lost).rejects.toMatchObject({ appError: { code: 'engine-unreachable' } });
  void cache.get(docker, 'b');
  expect(docker.answers).toHaveLength(3);
});
