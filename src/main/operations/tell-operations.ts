import type { Topic } from '../../shared/contract/changes.ts';
import type { Operation } from '../../shared/contract/operations.ts';

interface Told {
  list(): Operation[];
  onChange(listener: () => void): () => void;
}

/** Publishes what an operation makes stale: with its begin and its end also the containers, which say what works on them. */
export function tellOperations(runner: Told, changes: { publish(...topics: Topic[]): void }): void {
  const running = () =>
    runner
      .list()
      .filter(({ state }) => state === 'running')
      .map(({ id }) => id)
      .join();
  let before = running();
  runner.onChange(() => {
    const now = running();
    changes.publish('operations', ...(now === before ? [] : (['containers'] as const)));
    before = now;
  });
}
