import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createInvalidate } from './invalidate.ts';
import { orpc } from './orpc.ts';

/** A query whose readings are answered one by one, by hand. */
class Reading {
  begun = 0;
  readonly #open: ((value: number) => void)[] = [];
  readonly #stop: () => void;

  constructor(queryClient: QueryClient, queryKey: readonly unknown[]) {
    const observer = new QueryObserver(queryClient, {
      queryKey,
      queryFn: () =>
        new Promise<number>((resolve) => {
          this.begun += 1;
          this.#open.push(resolve);
        }),
      staleTime: Number.POSITIVE_INFINITY,
    });
    this.#stop = observer.subscribe(() => {});
  }

  async answer(): Promise<void> {
    this.#open.shift()?.(this.begun);
    // A macrotask lets every promise that hangs on the answer go on.
    await new Promise((resolve) => setTimeout(resolve));
  }

  dispose(): void {
    this.#stop();
  }
}

describe('createInvalidate', () => {
  let queryClient: QueryClient;
  let readings: Reading[];
  const read = (queryKey: readonly unknown[]) => {
    const reading = new Reading(queryClient, queryKey);
    readings.push(reading);
    return reading;
  };

  beforeEach(() => {
    queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    readings = [];
  });
  afterEach(() => {
    for (const reading of readings) reading.dispose();
    queryClient.clear();
  });

  it('reads again what was being read for the first time when the change came', async () => {
    const instances = read(orpc.instances.list.queryKey());
    createInvalidate(queryClient)(['containers']);
    await instances.answer();
    expect(instances.begun).toBe(2);
    await instances.answer();
    expect(instances.begun).toBe(2);
  });

  it('reads again what a topic makes stale, and nothing else', async () => {
    const instances = read(orpc.instances.list.queryKey());
    const networks = read(orpc.networks.list.queryKey());
    await instances.answer();
    await networks.answer();
    createInvalidate(queryClient)(['containers']);
    expect([instances.begun, networks.begun]).toEqual([2, 1]);
  });

  it('reads once more, not once each, for changes that come while it reads', async () => {
    const instances = read(orpc.instances.list.queryKey());
    await instances.answer();
    const invalidate = createInvalidate(queryClient);
    for (let change = 0; change < 20; change += 1) invalidate(['containers']);
    expect(instances.begun).toBe(2);
    await instances.answer();
    expect(instances.begun).toBe(3);
    await instances.answer();
    expect(instances.begun).toBe(3);
  });

  it('does not let a slow reading hold up another', async () => {
    const instances = read(orpc.instances.list.queryKey());
    const volumes = read(orpc.volumes.list.queryKey());
    await instances.answer();
    await volumes.answer();
    const invalidate = createInvalidate(queryClient);
    invalidate(['containers']);
    await instances.answer();
    invalidate(['containers']);
    expect([instances.begun, volumes.begun]).toEqual([3, 2]);
  });

  it('trusts nothing after a change of the engine', async () => {
    const all = [
      orpc.engine.status.queryKey(),
      orpc.instances.list.queryKey(),
      orpc.volumes.list.queryKey(),
      orpc.images.list.queryKey(),
      orpc.networks.list.queryKey(),
      orpc.operations.list.queryKey(),
      orpc.settings.get.queryKey(),
    ].map(read);
    for (const reading of all) await reading.answer();
    createInvalidate(queryClient)(['engine']);
    expect(all.map(({ begun }) => begun)).toEqual(all.map(() => 2));
  });
});
