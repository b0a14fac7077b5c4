import { openOperationsBench, testSpec } from './operations-bench.ts';
import { initScripts } from './recovery-fixture.ts';
import type { KillOrder } from './run-until-killed.ts';

/**
 * Entry of a process that runs one operation and kills itself, hard, at one point of it. It leaves by itself only when
 * that point was never reached.
 */
const order: KillOrder = JSON.parse(process.argv[2] ?? '{}');
const bench = await openOperationsBench({
  dataDir: order.dataDir,
  onPhase(_step, phase, index) {
    if (phase === order.phase && index === order.step) process.kill(process.pid, 'SIGKILL');
  },
});
const { operations } = bench;
const ended = await bench.ended(start());
console.error(`${ended.state}: the operation ended before its step ${order.step}`, ended.error);
process.exit(3);

function start(): Promise<string> {
  switch (order.kind) {
    case 'create':
      return operations.create(testSpec(order.subject, { initScripts }));
    case 'reset':
      return operations.reset({ id: order.subject, keepRestorePoint: true, typedName: '' });
    case 'undo-reset':
      return operations.undoReset(order.subject);
  }
}
