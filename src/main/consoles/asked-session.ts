import type { SessionQuery } from '../postgres/console-connection.ts';
import type { NewConsoleEntry } from './script/script-host.ts';

/** What may be asked of a console's session before it runs something. */
export interface AskedSession {
  readonly standardConformingStrings: boolean;
  /** Null: there is none, and none within a few seconds. */
  session(): Promise<SessionQuery | null>;
  readonly signal: AbortSignal;
  log(entry: NewConsoleEntry): void;
}
