import type { TapListener } from './message-tap.ts';
import type { StatementRun } from './statement-run.ts';

/** Where the tap's finds go: to the statement that runs, if one does. */
export class CurrentRun implements TapListener {
  run: StatementRun | null = null;

  rowDescription(message: Buffer): void {
    this.run?.rowDescription(message);
  }

  rows(messages: Buffer, count: number): void | Promise<void> {
    return this.run?.rows(messages, count);
  }

  oversizedRow(lengthBytes: number): void {
    this.run?.oversizedRow(lengthBytes);
  }

  copyData(bytes: Buffer): void | Promise<void> {
    return this.run?.copyData(bytes);
  }
}
