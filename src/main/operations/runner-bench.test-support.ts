import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Operation } from '../../shared/contract/operations.ts';
import { createSilentLogger } from '../lib/logger.ts';
import type { OperationPlan } from './operation-plan.ts';
import { OperationRunner } from './operation-runner.ts';
import type { TestPlan } from './test-plan.test-support.ts';

export const home = { id: 'home', address: 'unix:///home.sock' };
export const elsewhere = { id: 'elsewhere', address: 'unix:///elsewhere.sock' };

/** A runner on a journal of its own. */
export class RunnerBench {
  /** The engine in use. */
  engine = home;
  /** The plan of an operation that a process before has left. */
  restored: () => OperationPlan | null = () => null;

  private constructor(
    readonly folder: string,
    public runner: OperationRunner,
  ) {}

  static async open(): Promise<RunnerBench> {
    const folder = await mkdtemp(join(tmpdir(), 'howdah-runner-'));
    const opened: { bench?: RunnerBench } = {};
    const runner = await openRunner(folder, () => opened.bench);
    opened.bench = new RunnerBench(folder, runner);
    return opened.bench;
  }

  /** Ends the runner and opens the journal again, as the next process does. */
  async reopen(): Promise<void> {
    await this.runner.dispose(0);
    this.runner = await openRunner(this.folder, () => this);
  }

  async run({ plan }: TestPlan): Promise<Operation> {
    return this.runner.ended(await this.start(plan));
  }

  start(plan: OperationPlan, locks = ['container:shop']): Promise<string> {
    return this.runner.start({ kind: 'reset', subject: 'shop', locks, plan: async () => ({ plan }) });
  }

  async dispose(): Promise<void> {
    await this.runner.dispose(0);
    await rm(this.folder, { recursive: true });
  }
}

function openRunner(folder: string, bench: () => RunnerBench | undefined): Promise<OperationRunner> {
  return OperationRunner.open({
    journalFile: join(folder, 'operations.jsonl'),
    engine: { inUse: () => bench()?.engine ?? home, info: () => bench()?.engine ?? home },
    restore: () => bench()?.restored() ?? null,
    logger: createSilentLogger(),
  });
}

/** A step that stays until the operation is cancelled, and whoever waits for it to begin. */
export function lasting() {
  let tellBegun: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    tellBegun = resolve;
  });
  const run = (tools: { signal: AbortSignal }) => {
    tellBegun();
    return new Promise<'done'>((_, reject) => {
      tools.signal.addEventListener('abort', () => reject(tools.signal.reason));
    });
  };
  return { begun, run };
}
