import { done, type PsqlHandler, problem } from './psql-request.ts';
import { textColumn } from './text-table.ts';

/** Answers `\h TOPIC` as psql does. @throws AppFailure when the container cannot be asked */
export type AskHelp = (topic: string, signal: AbortSignal) => Promise<string>;

/** `\h [TOPIC]`, from the psql inside the container: its version is the server's. */
export function sqlHelp(ask: AskHelp): PsqlHandler {
  return async ({ arguments: words, context }) => {
    const topic = words.join(' ').replace(/;$/, '');
    // Anything else could be read as a command by the psql that is asked.
    if (!/^[a-z *]*$/i.test(topic)) return problem('bad-argument', topic);
    context.output(await ask(topic, context.signal));
    return done;
  };
}

/** `\?` */
export const listCommands: PsqlHandler = async ({ context }) => {
  await context.table({
    title: 'psql commands that Howdah knows',
    columns: [textColumn('Command'), textColumn('What it does')],
    rows: commands.map(([command, meaning]) => [command, meaning]),
    footers: ['S after the letters shows system objects too, + shows more.'],
  });
  return done;
};

const commands: readonly (readonly [command: string, meaning: string])[] = [
  ['\\d[S+] [NAME]', 'describe a relation; alone: list tables, views and sequences'],
  [
    '\\dt[S+] [PATTERN]',
    'list tables (\\dv views, \\dm materialized views, \\di indexes, \\ds sequences, \\dE foreign tables)',
  ],
  ['\\df[anptw][S+] [PATTERN]', 'list functions (aggregates, normal, procedures, triggers, window)'],
  ['\\dn[S+] [PATTERN]', 'list schemas'],
  ['\\du[S+] [PATTERN]', 'list roles'],
  ['\\dx[+] [PATTERN]', 'list extensions'],
  ['\\l[+] [PATTERN]', 'list databases'],
  ['\\c [DATABASE [USER]]', 'connect to another database'],
  ['\\conninfo', 'show the connection'],
  ['\\copy …', 'copy a table or query from or to a file of this machine'],
  ['\\i FILE, \\ir FILE', 'run a file of this machine'],
  ['\\g, \\gx', 'send the statement; one record below the other'],
  ['\\x [on|off]', 'show one record below the other'],
  ['\\timing [on|off]', 'show how long each statement took'],
  ['\\encoding [NAME]', 'show or set the encoding of the client'],
  ['\\set [NAME [VALUE]], \\unset NAME', 'set or forget a variable; alone: list them'],
  ['\\echo [TEXT]', 'print to the log'],
  ['\\h [TOPIC]', 'help on SQL statements'],
  ['\\restrict KEY, \\unrestrict KEY', 'what dumps use to allow no commands in between'],
  ['\\q', 'end the script'],
];
