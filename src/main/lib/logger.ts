import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';

/** Structured log of the main process. Secrets are redacted by key: see {@link createLogger}. */
export type Logger = PinoLogger;

const keepBytes = 5 * 1024 * 1024;
const secretKeys = ['password', 'secret', 'token', 'connectionString', 'env', 'Env', 'POSTGRES_PASSWORD'];
const redact = {
  paths: secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`, `*.*.*.${key}`]),
  censor: '[hidden]',
};

/**
 * Logger that appends JSON lines to `howdah.log` in `logDir` (made when missing; file mode 0600). A file above 5 MiB is
 * set aside as `howdah.log.old` first. Values under the keys in `secretKeys`, up to three levels deep, are hidden.
 */
export function createLogger(logDir: string): Logger {
  mkdirSync(logDir, { recursive: true, mode: 0o700 });
  const file = join(logDir, 'howdah.log');
  if (existsSync(file) && statSync(file).size > keepBytes) renameSync(file, `${file}.old`);
  return createLoggerTo(pino.destination({ dest: file, sync: true, mode: 0o600 }));
}

/** The same logger writing to any stream: tests hand in one that keeps the lines. */
export function createLoggerTo(stream: DestinationStream): Logger {
  return pino({ base: null, redact, timestamp: pino.stdTimeFunctions.isoTime }, stream);
}

/** A logger that writes nothing. */
export function createSilentLogger(): Logger {
  return pino({ level: 'silent' });
}
