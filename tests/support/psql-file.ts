import { execFile } from 'node:child_process';

/** An error or warning as psql prints it with `VERBOSITY=verbose`. */
export interface PsqlMessage {
  file: string;
  line: number;
  severity: string;
  sqlState: string;
  message: string;
  /** "LINE 2: from nowhere" and where its caret stands under it; null: the server named no position. */
  excerpt: { line: string; caret: number } | null;
}

export interface PsqlRun {
  exitCode: number;
  output: string;
  errorOutput: string;
  errors: PsqlMessage[];
  warnings: PsqlMessage[];
}

/** What a person would run today: `psql -f` inside the container. */
export function psqlFile(
  container: string,
  database: string,
  file: string,
  options: readonly string[] = [],
): Promise<PsqlRun> {
  const args = ['exec', container, 'psql', '-XqU', 'postgres', '-d', database, '-v', 'VERBOSITY=verbose'];
  return new Promise((resolve) => {
    const child = execFile(
      'docker',
      [...args, ...options, '-f', file],
      { maxBuffer: 64 * 1024 * 1024 },
      (_error, output, errorOutput) => {
        const messages = parseMessages(errorOutput);
        resolve({
          exitCode: child.exitCode ?? 1,
          ...{ output, errorOutput },
          errors: messages.filter(({ severity }) => severity === 'ERROR'),
          warnings: messages.filter(({ severity }) => severity === 'WARNING'),
        });
      },
    );
  });
}

const messageLine = /^psql:(.+):(\d+): (\w+): {2}(\w{5}): (.*)$/;

function parseMessages(errorOutput: string): PsqlMessage[] {
  const lines = errorOutput.split('\n');
  return lines.flatMap((text, index) => {
    const [, file = '', line = '', severity = '', sqlState = '', message = ''] = messageLine.exec(text) ?? [];
    if (file === '') return [];
    const shown = lines.slice(index + 1, index + 4).findIndex((next) => next.startsWith('LINE '));
    const excerpt =
      shown === -1 || lines.slice(index + 1, index + 1 + shown).some((next) => messageLine.test(next))
        ? null
        : { line: lines[index + 1 + shown] ?? '', caret: (lines[index + 2 + shown] ?? '').indexOf('^') };
    return [{ file, line: Number(line), severity, sqlState, message, excerpt }];
  });
}
