import type { ContainerInspect } from '../../docker/engine-types.ts';

const windowMs = 60_000;
const manyRestarts = 3;

interface Entry {
  restartCount: number;
  restartedAtMs: number[];
  timer: NodeJS.Timeout | null;
}

/**
 * Knows which containers restart over and over: three restarts by their policy within a minute. Fed with every fresh
 * inspect (the engine counts the restarts; `docker restart` does not count). Forgets after a quiet minute.
 */
export class CrashLoopTracker {
  readonly #entries = new Map<string, Entry>();
  readonly #onChange: () => void;

  /** @param onChange called when a container stops being in a crash loop just because time went by. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  observe(inspect: ContainerInspect): void {
    const nowMs = Date.now();
    const entry = this.#entries.get(inspect.Id);
    if (entry === undefined) {
      // How fast restarts came before is unknown; many and the last one just now is taken for a loop.
      const fresh = isRecent(inspect, nowMs) ? Math.min(inspect.RestartCount, manyRestarts) : 0;
      this.#remember(inspect, Array<number>(fresh).fill(nowMs));
      return;
    }
    const more = inspect.RestartCount - entry.restartCount;
    // The engine counts from nought again when somebody starts the container by hand.
    if (more < 0) this.#remember(inspect, Array<number>(inspect.RestartCount).fill(nowMs));
    if (more > 0) this.#remember(inspect, [...entry.restartedAtMs, ...Array<number>(more).fill(nowMs)]);
  }

  /**
   * Also true between two tries of a long loop, when the engine waits up to a minute: many restarts and still not ready.
   */
  isLooping(inspect: ContainerInspect, ready: boolean | null): boolean {
    const nowMs = Date.now();
    if (inspect.RestartCount >= manyRestarts && ready !== true && isRecent(inspect, nowMs)) return true;
    const times = this.#entries.get(inspect.Id)?.restartedAtMs ?? [];
    return inRecentWindow(times, nowMs).length >= manyRestarts;
  }

  /** Forgets all containers but these. */
  retain(ids: ReadonlySet<string>): void {
    for (const [id, entry] of this.#entries) {
      if (ids.has(id)) continue;
      clearTimeout(entry.timer ?? undefined);
      this.#entries.delete(id);
    }
  }

  dispose(): void {
    this.retain(new Set());
  }

  #remember(inspect: ContainerInspect, times: number[]): void {
    clearTimeout(this.#entries.get(inspect.Id)?.timer ?? undefined);
    const restartedAtMs = inRecentWindow(times, Date.now()).slice(-manyRestarts);
    const timer =
      restartedAtMs.length < manyRestarts
        ? null
        : setTimeout(() => this.#onChange(), (restartedAtMs[0] ?? 0) + windowMs + 50 - Date.now());
    timer?.unref();
    this.#entries.set(inspect.Id, { restartCount: inspect.RestartCount, restartedAtMs, timer });
  }
}

function isRecent({ State }: ContainerInspect, nowMs: number): boolean {
  return State.Restarting || (State.Running && nowMs - Date.parse(State.StartedAt) < windowMs);
}

function inRecentWindow(times: readonly number[], nowMs: number): number[] {
  return times.filter((atMs) => nowMs - atMs <= windowMs);
}
