export type LogSeverity = 'fatal' | 'error' | 'warning' | 'detail' | 'plain';

/**
 * The severity word that Postgres puts after its line prefix (the images' `%m [%p] `, or another one), or that the
 * entrypoint and client programs print. Only the beginning is looked at: the word may stand in a statement as well.
 */
const SEVERITY =
  /^.{0,80}?\b(PANIC|FATAL|ERROR|WARNING|LOG|NOTICE|INFO|DETAIL|HINT|STATEMENT|CONTEXT|QUERY|LOCATION):\s/;

export function logSeverity(text: string): LogSeverity {
  const word = SEVERITY.exec(text)?.[1];
  switch (word) {
    case 'PANIC':
    case 'FATAL':
      return 'fatal';
    case 'ERROR':
      return 'error';
    case 'WARNING':
      return 'warning';
    case 'DETAIL':
    case 'HINT':
    case 'STATEMENT':
    case 'CONTEXT':
    case 'QUERY':
    case 'LOCATION':
      return 'detail';
    default:
      return /^(?:psql:|pg_ctl:|initdb: error)/.test(text) && /error|could not/i.test(text)
        ? 'error'
        : 'plain';
  }
}
