import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Operation } from '../../shared/contract/operations.ts';
import { AppFailure } from '../lib/app-failure.ts';
import type { Logger } from '../lib/logger.ts';
import { appErrorOf } from './app-error-of.ts';
import { noRecovery } from './apply-record.ts';
import { beginRecord } from './begin-record.ts';
import { createPlanRun } from './create-plan-run.ts';
import { type EngineInUse, isElsewhere } from './engine-in-use.ts';
import { OperationBook } from './operation-book.ts';
import { containerLock, OperationLocks } from './operation-locks.ts';
import type { OperationPlan, Recovery } from './operation-plan.ts';
import type { OperationRequest, RestorePlan } from './operation-request.ts';
import { restoreOrNull } from './restore-or-null.ts';
import { type PhaseHook, type PlanRun, rollBackSteps, runSteps, StepFailure } from './run-plan.ts';

export interface RunnerOptions {
  journalFile: string;
  engine: EngineInUse;
  restore: RestorePlan;
  logger: Logger;
  onPhase?: PhaseHook;
}

interface Job {
  plan: OperationPlan;
  /** While it runs or rolls back. */
  controller: AbortController | null;
  ended: Promise<void>;
}

type Direction = 'run' | 'finish' | 'roll-back';
type EndState = 'succeeded' | 'failed' | 'cancelled' | 'rolled-back';

const shutdown = Symbol('shutdown');

/** Runs operations, one at a time per container and volume, and carries on those that a killed process left behind. */
export class OperationRunner {
  readonly #jobs = new Map<string, Job>();
  readonly #locks = new OperationLocks();
  readonly #stopped = new AbortController();

  private constructor(
    private readonly book: OperationBook,
    private readonly options: RunnerOptions,
  ) {
    for (const { operation, engine, facts, locks } of book.interrupted()) {
      const plan = restoreOrNull(options, operation, facts);
      if (plan === null) continue;
      this.#jobs.set(operation.id, { plan, controller: null, ended: Promise.resolve() });
      if (plan.guardsWhenInterrupted) this.#locks.take(engine.id, locks, operation.id);
    }
  }

  /** Opens the journal; what it shows under way is `interrupted` from now on (see {@link assessInterrupted}). */
  static async open(options: RunnerOptions): Promise<OperationRunner> {
    return new OperationRunner(await OperationBook.open(options.journalFile), options);
  }

  /**
   * Plans and starts an operation; answers its id as soon as its beginning is journaled.
   * @throws AppFailure `busy` when another one works on the same container or volume, `engine-unreachable`, and what
   * planning throws.
   */
  async start(request: OperationRequest): Promise<string> {
    if (this.#stopped.signal.aborted) throw new AppFailure({ code: 'cancelled' });
    const id = randomBytes(6).toString('hex');
    const engine = this.options.engine.inUse();
    try {
      this.#locks.take(engine.id, request.locks, id);
      const { plan, locks = [] } = await request.plan(id);
      this.#locks.take(engine.id, locks, id);
      await this.book.record(beginRecord({ id, request, plan, locks, engine }));
      this.#launch(id, { plan, controller: null, ended: Promise.resolve() }, 'run');
    } catch (error) {
      this.#locks.release(id);
      throw error;
    }
    return id;
  }

  /** Newest first, at most 200. */
  list(): Operation[] {
    return this.book.list();
  }

  /** @throws AppFailure `not-found`. */
  get(id: string): Operation {
    return this.book.history(id).operation;
  }

  /** Resolves with the operation once it neither runs nor rolls back any more. */
  async ended(id: string): Promise<Operation> {
    await this.#jobs.get(id)?.ended;
    return this.get(id);
  }

  /** Those under way or waiting for a decision at once, then every change, until `signal` is aborted. */
  watch(signal: AbortSignal): AsyncGenerator<Operation> {
    return this.book.watch(AbortSignal.any([signal, this.#stopped.signal]));
  }

  /** Asks a running operation to stop and roll back. Nothing happens when it ended or cannot be cancelled. */
  cancel(id: string): void {
    if (!this.get(id).cancellable) return;
    this.#jobs.get(id)?.controller?.abort(new AppFailure({ code: 'cancelled' }));
  }

  /** Carries an interrupted operation to its end. @throws AppFailure `not-found` when it cannot be. */
  finish(id: string): Promise<string> {
    return this.#resume(id, 'finish');
  }

  /** Takes an interrupted operation back to where it began. @throws AppFailure `not-found` when it cannot be. */
  rollBack(id: string): Promise<string> {
    return this.#resume(id, 'roll-back');
  }

  /** Id of the operation that works on the container of this name now. */
  runningOn(containerName: string): string | null {
    const engineId = this.options.engine.info()?.id;
    const id = engineId ? this.#locks.holderOf(engineId, containerLock(containerName)) : null;
    return id !== null && this.#jobs.get(id)?.controller ? id : null;
  }

  hasRunning(): boolean {
    return this.#running().length > 0;
  }

  /** Called after every change of any operation; coalescing is the listener's. Answers how to stop listening. */
  onChange(listener: () => void): () => void {
    return this.book.onChange(listener);
  }

  /**
   * Judges by the engine what can be done about each interrupted operation; one that needs nothing lets go of its
   * locks. To be called whenever an engine answers; while none does the judgement stays open.
   */
  async assessInterrupted(): Promise<void> {
    const ids = this.book.interrupted().map(({ operation }) => operation.id);
    await Promise.all(ids.map((id) => this.#assess(id).catch(() => undefined)));
  }

  /**
   * Begins nothing more, and lets what runs end within `graceMs`. What does not is asked to stop and left as it is, to be
   * finished or rolled back at next start; a call of the engine that it waits for may hold it up until that is disposed.
   */
  async settle(graceMs = 5000): Promise<void> {
    this.#stopped.abort();
    const ended = Promise.all(this.#running().map((job) => job.ended));
    const timer = new AbortController();
    await Promise.race([ended, delay(graceMs, undefined, { signal: timer.signal }).catch(() => undefined)]);
    timer.abort();
    for (const job of this.#running()) job.controller?.abort(shutdown);
  }

  /** Waits for the end of what runs, having settled it first, and closes the journal. */
  async dispose(graceMs = 5000): Promise<void> {
    await this.settle(graceMs);
    await Promise.all(this.#running().map((job) => job.ended));
    await this.book.dispose();
  }

  async #resume(id: string, direction: 'finish' | 'roll-back'): Promise<string> {
    const { engine, locks, operation } = this.book.history(id);
    const job = this.#jobs.get(id);
    const missing = new AppFailure({ code: 'not-found', kind: 'operation', name: id });
    if (job === undefined || job.controller !== null || operation.state !== 'interrupted') throw missing;
    const recovery = await this.#assess(id);
    const possible = direction === 'finish' ? recovery.canFinish : recovery.canRollBack;
    if (!possible || job.controller !== null) throw missing;
    this.#locks.take(engine.id, locks, id);
    job.controller = new AbortController();
    try {
      await this.book.record({ type: 'resume', id, atMs: Date.now(), direction });
    } catch (error) {
      job.controller = null;
      throw error;
    }
    this.#launch(id, job, direction);
    return id;
  }

  async #assess(id: string): Promise<Recovery> {
    const { engine } = this.book.history(id);
    if (isElsewhere(engine, this.options.engine)) {
      this.book.judge(id, { ...noRecovery, elsewhere: engine.address });
      return noRecovery;
    }
    const plan = this.#jobs.get(id)?.plan;
    const recovery = (await plan?.assess(this.get(id).steps)) ?? noRecovery;
    if (!recovery.canFinish && !recovery.canRollBack) this.#locks.release(id);
    this.book.judge(id, { ...recovery, elsewhere: null });
    return recovery;
  }

  #launch(id: string, job: Job, direction: Direction): void {
    job.controller = new AbortController();
    this.#jobs.set(id, job);
    job.ended = this.#run(id, job, direction).finally(() => {
      job.controller = null;
    });
  }

  async #run(id: string, job: Job, direction: Direction): Promise<void> {
    const signal = job.controller?.signal ?? AbortSignal.abort();
    const recovering = direction !== 'run';
    const run = createPlanRun({ id, plan: job.plan, signal, recovering, book: this.book, ...this.options });
    try {
      if (direction === 'roll-back') await rollBackSteps(run);
      else await runSteps(run);
      await this.#end(id, direction === 'roll-back' ? 'rolled-back' : 'succeeded', null);
    } catch (error) {
      await this.#fail(id, run, error).catch((reason) => this.#pause(id, reason));
    }
  }

  async #fail(id: string, run: PlanRun, error: unknown): Promise<void> {
    if (run.signal.aborted && run.signal.reason === shutdown) return;
    if (!(error instanceof StepFailure)) return this.#pause(id, error);
    if (error.final) return this.#pause(id, error.cause);
    const appError = appErrorOf(error.cause, this.options.logger);
    await rollBackSteps(run);
    const cancelled = run.signal.aborted || appError.code === 'cancelled';
    await this.#end(id, cancelled ? 'cancelled' : 'failed', cancelled ? null : appError);
  }

  async #pause(id: string, reason: unknown): Promise<void> {
    const error = appErrorOf(reason, this.options.logger);
    const pause = { type: 'pause', id, atMs: Date.now(), error } as const;
    await this.book.record(pause).catch(() => this.book.recordInMemory(pause));
    await this.#assess(id).catch(() => undefined);
    if (!this.#jobs.get(id)?.plan.guardsWhenInterrupted) this.#locks.release(id);
  }

  async #end(id: string, state: EndState, error: Operation['error']): Promise<void> {
    const result = state === 'succeeded' ? (this.#jobs.get(id)?.plan.result() ?? null) : null;
    await this.book.record({ type: 'end', id, atMs: Date.now(), state, error, result });
    this.#locks.release(id);
  }

  #running(): Job[] {
    return [...this.#jobs.values()].filter(({ controller }) => controller !== null);
  }
}
