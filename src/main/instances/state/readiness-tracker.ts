import { setTimeout as delay } from 'node:timers/promises';
import type { ContainerInspect } from '../../docker/engine-types.ts';
import { AppFailure } from '../../lib/app-failure.ts';
import { limitConcurrency } from '../../lib/limit-concurrency.ts';
import type { Logger } from '../../lib/logger.ts';
import { probeServer } from '../../postgres/probe-server.ts';
import type { ServerAccess } from '../access/server-access.ts';
import type { EngineHandle } from '../engine-handle.ts';
import { initialisationInLog } from './initialisation.ts';

export interface Readiness {
  /** TCP answered as Postgres; null: not asked yet, or nothing runs. */
  ready: boolean | null;
  initialising: boolean;
}

interface Entry {
  startedAt: string;
  inspect: ContainerInspect;
  readiness: Readiness;
  abort: AbortController;
  asking: boolean;
}

const probeTimeoutMs = 2000;
const firstPauseMs = 100;
const longestPauseMs = 2000;
/** Probes at once: enough for hundreds of instances, few enough not to disturb anything. */
const probesAtOnce = 8;
const unknown: Readiness = { ready: null, initialising: false };

/**
 * Asks each running instance over TCP until it answers, and again after each start and health event. Owns the probes:
 * they end with the run of the container they are about, and all of them with `dispose`.
 */
export class ReadinessTracker {
  readonly #entries = new Map<string, Entry>();
  readonly #limited = limitConcurrency(probesAtOnce);
  readonly #deps: { engine: EngineHandle; access: ServerAccess; log: Logger; onChange: () => void };

  /** @param deps `onChange` is called whenever an answer differs from the one before. */
  constructor(deps: { engine: EngineHandle; access: ServerAccess; log: Logger; onChange: () => void }) {
    this.#deps = deps;
  }

  /** Takes the instances there are: asks those that run, forgets the others. */
  sync(inspects: readonly ContainerInspect[]): void {
    const running = inspects.filter(({ State }) => State.Running && !State.Paused && !State.Restarting);
    const ids = new Set(running.map(({ Id }) => Id));
    for (const id of this.#entries.keys()) if (!ids.has(id)) this.forget(id);
    for (const inspect of running) {
      if (this.#entries.get(inspect.Id)?.startedAt !== inspect.State.StartedAt) this.#begin(inspect);
    }
  }

  readinessOf({ Id, State }: ContainerInspect): Readiness {
    const entry = this.#entries.get(Id);
    return entry?.startedAt === State.StartedAt ? entry.readiness : unknown;
  }

  /** Asks again; what is known stays until there is an answer. */
  recheck(id: string): void {
    const entry = this.#entries.get(id);
    if (entry !== undefined && !entry.asking) void this.#askUntilReady(entry);
  }

  forget(id: string): void {
    this.#entries.get(id)?.abort.abort();
    this.#entries.delete(id);
  }

  dispose(): void {
    for (const id of [...this.#entries.keys()]) this.forget(id);
  }

  #begin(inspect: ContainerInspect): void {
    this.forget(inspect.Id);
    const entry: Entry = {
      startedAt: inspect.State.StartedAt,
      inspect,
      readiness: unknown,
      abort: new AbortController(),
      asking: false,
    };
    this.#entries.set(inspect.Id, entry);
    void this.#askUntilReady(entry);
  }

  async #askUntilReady(entry: Entry): Promise<void> {
    const { signal } = entry.abort;
    entry.asking = true;
    let pauseMs = firstPauseMs;
    try {
      while (!signal.aborted) {
        const readiness = await this.#limited(() => this.#ask(entry));
        if (signal.aborted) return;
        this.#take(entry, readiness);
        if (readiness.ready === true) return;
        await delay(pauseMs, undefined, { signal, ref: false });
        pauseMs = Math.min(pauseMs * 1.5, longestPauseMs);
      }
    } catch (error) {
      if (!signal.aborted) this.#deps.log.error({ err: error }, 'readiness probe failed');
    } finally {
      entry.asking = false;
    }
  }

  async #ask({ inspect, abort }: Entry): Promise<Readiness> {
    const { engine, access } = this.#deps;
    abort.signal.throwIfAborted();
    try {
      const target = await access.targetOfInspected(inspect);
      if (target === null) return { ready: false, initialising: false };
      const answer = await probeServer(target, { timeoutMs: probeTimeoutMs, signal: abort.signal });
      if (answer === 'ready' || answer === 'password-failed') return { ready: true, initialising: false };
      const initialisation = await initialisationInLog(engine.client(), inspect);
      return { ready: false, initialising: initialisation === 'under-way' };
    } catch (error) {
      // The container or the engine went away meanwhile; its event or status tells the rest.
      if (error instanceof AppFailure) return { ready: false, initialising: false };
      throw error;
    }
  }

  #take(entry: Entry, readiness: Readiness): void {
    const { ready, initialising } = entry.readiness;
    entry.readiness = readiness;
    if (ready !== readiness.ready || initialising !== readiness.initialising) this.#deps.onChange();
  }
}
