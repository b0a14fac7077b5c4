import { done, type PsqlHandler, problem } from './psql-request.ts';

/** `\c [DATABASE [USER]]`: `-` is "as now". Another server is another instance, with a console of its own. */
export const connect: PsqlHandler = async ({ patterns }) => {
  const words = patterns.map(withoutQuotes);
  const dumped = words[0]?.startsWith('-reuse-previous=') === true ? databaseOfDump(words[1]) : null;
  if (dumped !== null) return { kind: 'connect', database: dumped, user: null };
  const [database, user, host] = words;
  const elsewhere = [database, host].find((word) => word !== undefined && isElsewhere(word));
  if (elsewhere !== undefined || (host !== undefined && host !== '-')) {
    return problem('bad-argument', elsewhere ?? host ?? null);
  }
  return { kind: 'connect', database: asNow(database), user: asNow(user) };
};

export const quit: PsqlHandler = async () => ({ kind: 'quit' });

/** `\x [on|off|auto]`; Howdah's tabs have room, so that auto is off. */
export const expanded: PsqlHandler = async (request) => toggle(request, 'expanded', 'Expanded display is');

/** `\timing [on|off]` */
export const timing: PsqlHandler = async (request) => toggle(request, 'timing', 'Timing is');

export const connectionInfo: PsqlHandler = async ({ context }) => {
  const { database, user, backendPid, serverVersion } = context.session;
  context.output(
    `You are connected to database "${database}" as user "${user}" (server ${serverVersion}, process ${backendPid}).`,
  );
  return done;
};

/** `\encoding [NAME]` */
export const encoding: PsqlHandler = async ({ arguments: [name], context }) => {
  if (name === undefined) context.output(context.session.parameter('client_encoding') ?? 'UTF8');
  else await context.session.query("SELECT pg_catalog.set_config('client_encoding', $1, false)", [name]);
  return done;
};

const switches: Readonly<Record<string, boolean>> = {
  on: true,
  true: true,
  yes: true,
  '1': true,
  off: false,
  false: false,
  no: false,
  '0': false,
  auto: false,
};

async function toggle(
  { arguments: [word], context }: Parameters<PsqlHandler>[0],
  setting: 'expanded' | 'timing',
  sentence: string,
): ReturnType<PsqlHandler> {
  const wanted = word === undefined ? !context.display[setting] : switches[word.toLowerCase()];
  if (wanted === undefined) return problem('bad-argument', word ?? null);
  context.display[setting] = wanted;
  context.output(`${sentence} ${wanted ? 'on' : 'off'}.`);
  return done;
}

function asNow(word: string | undefined): string | null {
  return word === undefined || word === '-' || word === '' ? null : word;
}

/**
 * pg_dump and pg_dumpall name a database of any name by a connection string of nothing else: `dbname='it\'s'`, behind
 * `-reuse-previous=on`.
 */
function databaseOfDump(connectionString: string | undefined): string | null {
  const quoted = /^dbname='((?:[^'\\]|\\.)*)'$/.exec(connectionString ?? '')?.[1];
  return quoted?.replace(/\\(.)/g, '$1') ?? null;
}

/** A connection string. */
function isElsewhere(word: string): boolean {
  return word.includes('=') || word.includes('://');
}

/** Names keep their case in `\c`, quoted or not. */
function withoutQuotes(word: string): string {
  return word.startsWith('"') && word.endsWith('"') ? word.slice(1, -1).replaceAll('""', '"') : word;
}
