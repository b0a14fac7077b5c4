import { AppFailure } from '../lib/app-failure.ts';
import type { Logger } from '../lib/logger.ts';
import type { OperationRunner } from '../operations/operation-runner.ts';
import { expiredRestorePoints } from './expired-restore-points.ts';
import { proveRestorePoints, type RestorePointDeps } from './list-restore-points.ts';
import { startEmpty } from './start-empty.ts';

const everyMs = 3_600_000;

/** Removes restore points whose time or space is over: when an engine is there at first, then every hour until `dispose`. */
export class RestorePointExpiry {
  #timer: NodeJS.Timeout | undefined;
  #checking: Promise<void> = Promise.resolve();

  constructor(private readonly deps: RestorePointDeps & { runner: OperationRunner; logger: Logger }) {}

  /** Checks now and from now on; only the first call counts. */
  start(): void {
    if (this.#timer !== undefined) return;
    void this.check();
    this.#timer = setInterval(() => void this.check(), everyMs).unref();
  }

  /** One check; a failure (no engine, somebody works on one of them) waits for the next one. Never throws. */
  check(): Promise<void> {
    this.#checking = this.#checking.then(() => this.#check());
    return this.#checking;
  }

  async dispose(): Promise<void> {
    clearInterval(this.#timer);
    await this.#checking;
  }

  async #check(): Promise<void> {
    const { deps } = this;
    if (deps.restorePoints.all().length === 0) return;
    try {
      const [proven, sizes] = await Promise.all([proveRestorePoints(deps), deps.volumeSizes()]);
      const ids = expiredRestorePoints(proven, sizes, deps.settings.get(), Date.now());
      if (ids.length > 0) await deps.runner.ended(await startEmpty(deps, ids));
    } catch (error) {
      if (!(error instanceof AppFailure)) deps.logger.error({ err: error }, 'restore points not checked');
    }
  }
}
