import type { PsqlContext, PsqlTable } from './psql-command.ts';
import type { ScriptHost } from './script-host.ts';

/** What a psql command of a run gets to use. @param statement what its results are called */
export function psqlContext(host: ScriptHost, statement: string): PsqlContext {
  const startedAtMs = performance.now();
  return {
    session: host.connection,
    variables: host.variables,
    display: host.display,
    signal: host.signal,
    output: (text) => host.log({ kind: 'output', text }),
    async table({ title, columns, rows, footers }: PsqlTable) {
      const { expanded } = host.display;
      const writer = host.newResult({ title, columns, statement, expanded, startedAtMs });
      await writer?.append(rows);
      await writer?.finish({ state: 'complete', command: '', footers });
    },
  };
}
