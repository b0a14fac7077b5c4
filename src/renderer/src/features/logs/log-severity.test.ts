import { describe, expect, it } from 'vitest';
import { type LogSeverity, logSeverity } from './log-severity.ts';

describe('logSeverity', () => {
  it.each<[string, LogSeverity]>([
    ['2025-11-20 08:02:11.203 UTC [1] LOG:  starting PostgreSQL 16.10', 'plain'],
    ['2025-11-20 08:02:11.203 UTC [61] FATAL:  role "x" does not exist', 'fatal'],
    ['2025-11-20 08:02:11.203 UTC [61] PANIC:  could not locate a valid checkpoint record', 'fatal'],
    ['2025-11-20 08:02:11.203 UTC [61] ERROR:  relation "t" does not exist at character 15', 'error'],
    ["2025-11-20 08:02:11.203 UTC [61] STATEMENT:  select 'ERROR: ' from t", 'detail'],
    ["2025-11-20 08:02:11.203 UTC [61] LOG:  statement: raise 'FATAL: no'", 'plain'],
    ['WARNING:  there is already a transaction in progress', 'warning'],
    ['psql:/docker-entrypoint-initdb.d/a.sql:1: ERROR:  syntax error', 'error'],
    ['pg_ctl: could not start server', 'error'],
    ['PostgreSQL init process complete; ready for start up.', 'plain'],
    ['', 'plain'],
  ])('%s', (text, severity) => {
    expect(logSeverity(text)).toBe(severity);
  });
});
