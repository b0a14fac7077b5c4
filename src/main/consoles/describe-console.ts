import type { Console, ConsoleState } from '../../shared/contract/consoles.ts';
import { dockerCommands } from '../commands/docker-commands.ts';
import type { ConsoleLink } from './console-link.ts';
import type { PsqlDisplay } from './script/psql-command.ts';

export interface ConsoleFacts {
  console: Pick<Console, 'instance'>;
  link: Pick<ConsoleLink, 'state' | 'reason' | 'session' | 'place'>;
  /** Whom a session that asks for nothing is opened for; null: not known. */
  defaults: { user: string; database: string } | null;
  /** Of the last session. */
  serverVersion: string | null;
  running: ConsoleState['running'];
  display: PsqlDisplay;
}

/** What a window shows of a console's session, be it open, on its way or to come. */
export function describeConsole(facts: ConsoleFacts): ConsoleState {
  const { console, link, defaults, serverVersion, running, display } = facts;
  const { state, reason, session, place } = link;
  const connection = session?.connection ?? null;
  const database = connection?.database ?? place.database ?? defaults?.database ?? '';
  const user = connection?.user ?? place.user ?? defaults?.user ?? '';
  return {
    ...{ link: state, reason, database, user, serverVersion, running },
    transaction: session?.transaction ?? 'idle',
    backendPid: connection?.backendPid ?? null,
    expanded: display.expanded,
    timing: display.timing,
    command: dockerCommands.psql(console.instance, user, database),
  };
}
