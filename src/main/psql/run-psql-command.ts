import type { ScannedCommand } from '../../shared/sql/scanned-item.ts';
import type { PsqlContext, PsqlOutcome } from '../consoles/script/psql-command.ts';
import { ServerFailure } from '../postgres/server-failure.ts';
import { describeRelations } from './describe/describe-relations.ts';
import { include, includeRelative, restrict, unrestrict } from './file-commands.ts';
import { type AskHelp, listCommands, sqlHelp } from './help-commands.ts';
import { listDatabases } from './list-databases.ts';
import { listExtensions } from './list-extensions.ts';
import { listFunctions } from './list-functions.ts';
import { listRelations } from './list-relations.ts';
import { listRoles } from './list-roles.ts';
import { listSchemas } from './list-schemas.ts';
import { parseArguments } from './parse-arguments.ts';
import { type PsqlHandler, problem } from './psql-request.ts';
import { connect, connectionInfo, encoding, expanded, quit, timing } from './session-commands.ts';
import { echo, setVariable, unsetVariable } from './variable-commands.ts';

export type RunPsqlCommand = (command: ScannedCommand, context: PsqlContext) => Promise<PsqlOutcome>;

/** Commands whose name is not the beginning of others. */
const byName: Readonly<Record<string, PsqlHandler>> = {
  '?': listCommands,
  c: connect,
  connect,
  conninfo: connectionInfo,
  echo,
  encoding,
  i: include,
  include,
  include_relative: includeRelative,
  ir: includeRelative,
  q: quit,
  qecho: echo,
  quit,
  restrict,
  set: setVariable,
  timing,
  unrestrict,
  unset: unsetVariable,
  warn: echo,
  x: expanded,
};

/** Listings: their letters, then `S` and `+` in any order. */
const listings: readonly (readonly [name: RegExp, handler: PsqlHandler])[] = [
  [/^(d[gu])$/, listRoles],
  [/^(dn)$/, listSchemas],
  [/^(dx)$/, listExtensions],
  [/^(df[anptw]*)$/, listFunctions],
  [/^(d[tvmisE]+)$/, listRelations],
  [/^(l|list)$/, listDatabases],
];

/**
 * What a psql command does, with psql's patterns and columns; what the run has to do itself comes back as the outcome.
 * https://www.postgresql.org/docs/current/app-psql.html
 */
export function createRunPsqlCommand(askHelp: AskHelp): RunPsqlCommand {
  const help = sqlHelp(askHelp);
  return async ({ name, argument }, context) => {
    if (name === 'copy')
      return argument.trim() === '' ? problem('missing-argument') : { kind: 'copy', argument };
    const words = parseArguments(argument, { variables: context.variables });
    const patterns = parseArguments(argument, { variables: context.variables, keepDoubleQuotes: true });
    const { command, verbose, system } = splitModifiers(name);
    const handler = name === 'h' || name === 'help' ? help : handlerOf(name, command, words.length > 0);
    if (handler === undefined) return problem('not-supported');
    try {
      return await handler({ command, verbose, system, arguments: words, patterns, context });
    } catch (error) {
      if (error instanceof ServerFailure) return { kind: 'sql-error', error: error.serverError };
      throw error;
    }
  };
}

function handlerOf(name: string, command: string, hasArgument: boolean): PsqlHandler | undefined {
  if (Object.hasOwn(byName, name)) return byName[name];
  if (command === 'd') return hasArgument ? describeRelations : listRelations;
  return listings.find(([pattern]) => pattern.test(command))?.[1];
}

function splitModifiers(name: string): { command: string; verbose: boolean; system: boolean } {
  return {
    command: name.replaceAll(/[S+]/g, ''),
    verbose: name.includes('+'),
    system: name.includes('S'),
  };
}
