import { cleanLogText } from './clean-log-text.ts';

const maxLines = 5;

/** Where a new start of the server (or of its first initialisation) begins: older lines are about earlier ones. */
const startOfRun =
  /database system is starting up|starting PostgreSQL \d|PostgreSQL Database directory appears to contain a database|The files belonging to this database system will be owned by|database system was (?:shut down|interrupted)/i;

/** Texts of the server and of the images' entrypoints that say why it does not run, by weight: the first kind wins. */
const causes: readonly RegExp[] = [
  // The image's own refusal.
  /(?:superuser password is not specified|POSTGRES_PASSWORD (?:is not|must|environment variable)|You must specify POSTGRES_PASSWORD|both .* and .* are set \(but are exclusive\)|in 18\+, these Docker images are configured to store database data|there appears to be PostgreSQL data in)/i,
  // An init script of the first start, by psql and by the shell.
  /(?:^|\s)(?:psql:)?(?:\/docker-entrypoint-initdb\.d|\/[^\s:]+)\/?[^\s:]*:\d*:? ?(?:ERROR|FATAL|FEHLER|ERREUR|ERRO|KESALAHAN):/,
  /\/docker-entrypoint-initdb\.d\/\S+: (?:line \d+|.*(?:not found|permission denied|cannot|bad interpreter|syntax error))/i,
  // The program that makes the cluster.
  /^initdb: (?:error|fatal|Fehler|erreur|erro)\b|^initdb: (?!warning|hint|Warnung)/i,
  // The server, in its own languages (the severity is translated, the shape "SEVERITY:  text" is not).
  /(?:^|[\s\]|>])(?:FATAL|PANIC|PANIK|SCHWERWIEGEND|FATALE|FATAL ERROR|ВАЖНО|ПАНИКА|致命的エラー|严重错误|致命错误):\s/,
  /(?:database files are incompatible with server|The data directory was initialized by PostgreSQL version)/i,
  /no space left on device|could not (?:create|write|extend|open) (?:file|lock file|shared memory).*|permission denied|operation not permitted|read-only file system|cannot allocate memory/i,
  // What the entrypoint's shell says when it cannot go on.
  /(?:^|\/)(?:docker-entrypoint\.sh|entrypoint\.sh): (?:line \d+: )?.*(?:not found|denied|cannot|error)/i,
  /(?:^|\s)(?:exec |exec format error|no such file or directory)/i,
];

/** Lines that match a cause and are about something else: a client that was turned away does not stop a server. */
const harmless =
  /password authentication failed|no pg_hba\.conf entry|(?:database|role) "[^"]*" does not exist|the database system is (?:starting up|shutting down|not yet accepting connections|in recovery mode)|terminating (?:connection|background worker|walreceiver)|sorry, too many clients|remaining connection slots|unsupported frontend protocol|connection to client lost|canceling authentication|cannot connect now/i;

const detail = /(?:^|[\s\]|>])(?:DETAIL|HINT|CONTEXT|STATEMENT):\s/;

/**
 * The lines that say why Postgres did not start, in their order, at most five: those of the newest start that has any.
 * `rawLines` are lines of the container's log, oldest first, with or without `log_line_prefix`.
 */
export function decisiveLogLines(rawLines: readonly string[]): string[] {
  const lines = rawLines.map((line) => cleanLogText(line).trim()).filter((line) => line !== '');
  const starts = lines.flatMap((line, index) => (startOfRun.test(line) ? [index] : []));
  for (const start of [...starts.reverse(), 0]) {
    const found = pick(lines.slice(start));
    if (found.length > 0) return found;
  }
  return [];
}

function pick(lines: readonly string[]): string[] {
  const weights = lines.map((line) =>
    harmless.test(line) ? -1 : causes.findIndex((cause) => cause.test(line)),
  );
  const best = Math.min(...weights.filter((weight) => weight >= 0));
  const picked = lines.flatMap((line, index) => {
    if (weights[index] === best) return [line];
    const isAboutPicked = detail.test(line) && weights[index - 1] === best;
    return isAboutPicked ? [line] : [];
  });
  return [...new Set(picked)].slice(0, maxLines);
}
