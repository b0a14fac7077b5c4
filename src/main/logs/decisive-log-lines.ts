import { cleanLogText } from './clean-log-text.ts';
import { explainsFailure, isClientTrouble, isConfigurationTrouble } from './failure-causes.ts';

const maxLines = 5;

/** Where a new start of the server begins: older lines are about earlier ones. */
const startOfRun =
  /starting PostgreSQL \d|PostgreSQL Database directory appears to contain a database|The files belonging to this database system will be owned by/;
const isReady = /ready to accept connections/;
const runningScript = /running (\/docker-entrypoint-initdb\.d\/\S+)/;
const initComplete = /PostgreSQL init process complete/;
const explanation = /(?:^|[\s\]|>])(?:DETAIL|HINT|CONTEXT|STATEMENT):\s/;
const serverError = /(?:^|[\s\]|>])(?:ERROR|FEHLER|ERREUR|ERRO|ERRORE|ОШИБКА|エラー|错误|오류):\s/;

/**
 * The lines that say why Postgres did not start, in their order, at most five: those of the newest start, or of an
 * earlier one if the newest has none and did not come up either. `rawLines` are lines of the container's log, oldest
 * first, with any `log_line_prefix`. Recognised by the words of the server (severities in its own languages), of
 * initdb, psql and the images' entrypoints.
 */
export function decisiveLogLines(rawLines: readonly string[]): string[] {
  const lines = rawLines.map((line) => cleanLogText(line).trim()).filter((line) => line !== '');
  let end = lines.length;
  for (let start = end - 1; start >= 0; start--) {
    if (start > 0 && !startOfRun.test(lines[start] ?? '')) continue;
    const run = lines.slice(start, end);
    const found = pick(run);
    if (found.length > 0 || run.some((line) => isReady.test(line) && !isFirstInit(run))) return found;
    end = start;
  }
  return [];
}

/** The init scripts ran in this run, and it did not get past them. */
function isFirstInit(run: readonly string[]): boolean {
  return run.some((line) => runningScript.test(line)) && !run.some((line) => initComplete.test(line));
}

function pick(run: readonly string[]): string[] {
  const weights = run.map(explainsFailure);
  const known = weights.filter((weight) => weight !== null);
  if (known.length > 0) {
    const best = Math.min(...known);
    const end = weights.lastIndexOf(best);
    const isCause = (index: number): boolean =>
      weights[index] === best || (index < end && isReason(run[index] ?? '', run[index + 1] ?? ''));
    return withScript(run, (line, index) => isCause(index) || isAbout(line, isCause(index - 1)));
  }
  // A shell script that calls psql has its errors in the server's log only.
  if (!isFirstInit(run)) return [];
  const isError = (line: string): boolean => serverError.test(line) && !isClientTrouble(line);
  return withScript(run, (line, index) => isError(line) || isAbout(line, isError(run[index - 1] ?? '')));
}

/** The line that a later one, which gives up, is about; what is wrong with pg_hba.conf has its place in the next line. */
function isReason(line: string, next: string): boolean {
  if (explanation.test(line)) return false;
  return isConfigurationTrouble(line) || (explanation.test(next) && isConfigurationTrouble(next));
}

function isAbout(line: string, isPreviousPicked: boolean): boolean {
  return isPreviousPicked && explanation.test(line);
}

/** The chosen lines without repetitions (a restart policy says the same again); the script's name when none tells it. */
function withScript(run: readonly string[], isChosen: (line: string, index: number) => boolean): string[] {
  const chosen = new Map<string, string>();
  for (const [index, line] of run.entries()) if (isChosen(line, index)) chosen.set(withoutPrefix(line), line);
  const lines = [...chosen.values()].slice(0, maxLines);
  const needsScript = lines.some((line) => /psql:<stdin>/.test(line) || serverError.test(line));
  if (!needsScript || lines.some((line) => line.includes('/docker-entrypoint-initdb.d/'))) return lines;
  const script = run.findLast((line) => runningScript.test(line));
  return script === undefined || !isFirstInit(run) ? lines : [script, ...lines].slice(0, maxLines);
}

/** The message from its severity on: stamps and process ids differ from start to start. */
function withoutPrefix(line: string): string {
  return /(?:^|[\s\]|>])(\p{Lu}[\p{L} ]*:\s\s?.*)$/u.exec(line)?.[1] ?? line;
}
