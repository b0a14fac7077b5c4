import { expect, test } from 'vitest';
import { parseListeningInodes, parseLsof, parseNetstat, parseTasklist } from './port-holder-output.ts';

test('lsof', () => {
  expect(parseLsof('p812\ncpostgres\nf7\n')).toBe('postgres');
  expect(parseLsof('')).toBeNull();
});

test('netstat, in any language', () => {
  const output = [
    '',
    'Aktive Verbindungen',
    '',
    '  Proto  Lokale Adresse         Remoteadresse          Status           PID',
    '  TCP    0.0.0.0:15432          0.0.0.0:0              ABHÖREN          1',
    '  TCP    127.0.0.1:5432         127.0.0.1:50000        HERGESTELLT      77',
    '  TCP    [::]:5432              [::]:0                 ABHÖREN          5120',
  ].join('\r\n');
  expect(parseNetstat(output, 5432)).toBe(5120);
  expect(parseNetstat(output, 5433)).toBeNull();
});

test('tasklist', () => {
  expect(parseTasklist('"postgres.exe","5120","Services","0","12.345 K"\r\n')).toBe('postgres.exe');
  expect(parseTasklist('INFO: No tasks are running which match the specified criteria.')).toBeNull();
});

test('/proc/net/tcp', () => {
  const text = [
    '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
    '   0: 0100007F:1538 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 1 0 100',
    '   1: 0100007F:1538 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 4712 1 0 20',
    '   2: 00000000:11538 00000000:0000 0A 00000000:00000000 00:00000000 00000000    0        0 4713 1 0 100',
  ].join('\n');
  expect(parseListeningInodes(text, 5432)).toEqual(['4711']);
});
