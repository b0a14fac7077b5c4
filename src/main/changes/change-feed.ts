import { type Topic, topicSchema } from '../../shared/contract/changes.ts';
import type { EngineStatus } from '../../shared/contract/engine.ts';
import type { EngineEvent } from '../docker/engine-types.ts';
import { coalesce } from '../lib/coalesce.ts';
import { topicsOfEvent } from './topics-of-event.ts';

/** What the feed listens to: the part of the engine connection that tells of changes. */
export interface ChangeSource {
  onStatus(listener: (status: Pick<EngineStatus, 'state'>) => void): () => void;
  onEvent(listener: (event: EngineEvent) => void): () => void;
}

const intervalMs = 50;
const allTopics: readonly Topic[] = topicSchema.options;

/** Hints that something went stale, from the engine and from Howdah's own features, coalesced. Never data. */
export class ChangeFeed {
  readonly #listeners = new Set<(topics: readonly Topic[]) => void>();
  readonly #pending = new Set<Topic>();
  readonly #flush = coalesce(() => this.#tell(), intervalMs);
  readonly #unsubscribe: (() => void)[];

  constructor(source: ChangeSource) {
    this.#unsubscribe = [
      source.onEvent((event) => this.publish(...topicsOfEvent(event))),
      // Events may have been missed before an engine is (again) connected.
      source.onStatus(({ state }) =>
        this.publish(...(state === 'connected' ? allTopics : ['engine' as const])),
      ),
    ];
  }

  /** Says that these topics went stale. Told at once when it was quiet, else within 50 ms. */
  publish(...topics: Topic[]): void {
    if (topics.length === 0) return;
    for (const topic of topics) this.#pending.add(topic);
    this.#flush.request();
  }

  /** For main's own caches. Answers the function that takes the listener away. */
  onChange(listener: (topics: readonly Topic[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * The first message comes at once and names every topic; the next ones name what went stale since the one before, so
   * a reader that is slow gets fewer messages, not later ones. Ends when the signal aborts.
   */
  async *watch(signal: AbortSignal): AsyncGenerator<{ topics: Topic[] }> {
    const stale = new Set<Topic>(allTopics);
    let wake = (): void => undefined;
    const unsubscribe = this.onChange((topics) => {
      for (const topic of topics) stale.add(topic);
      wake();
    });
    const onAbort = (): void => wake();
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      while (!signal.aborted) {
        if (stale.size === 0) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          continue;
        }
        const topics = [...stale];
        stale.clear();
        yield { topics };
      }
    } finally {
      unsubscribe();
      signal.removeEventListener('abort', onAbort);
    }
  }

  /** Stops listening to the engine and tells nobody anything any more. */
  dispose(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    this.#flush.dispose();
    this.#listeners.clear();
  }

  #tell(): void {
    const topics = [...this.#pending];
    this.#pending.clear();
    for (const listener of this.#listeners) listener(topics);
  }
}
