import { expect, test } from 'vitest';
import { safeFileName } from './safe-file-name.ts';

test.each([
  ['customers.csv', 'customers.csv'],
  ['données été 😀.json', 'données été 😀.json'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['a/b\\c:d*e?f"g<h>i|j.csv', 'a_b_c_d_e_f_g_h_i_j.csv'],
  ['line\r\nbreak\u0000\u007f.csv', 'line__break__.csv'],
  ['gpj\u202evsc.exe', 'gpj_vsc.exe'],
  ['.bashrc', 'bashrc'],
  [' name. ', 'name'],
  ['', 'result'],
  ['...', 'result'],
  ['CON', '_CON'],
  ['nul.csv', '_nul.csv'],
  ['console.csv', 'console.csv'],
  ['\ud800.csv', '\ufffd.csv'],
])('%j becomes %j', (name, expected) => {
  expect(safeFileName(name)).toBe(expected);
});

test('a long name is cut between characters and keeps its ending', () => {
  expect(safeFileName(`${'é'.repeat(200)}.csv`)).toBe(`${'é'.repeat(98)}.csv`);
  expect(Buffer.byteLength(safeFileName(`a${'😀'.repeat(99)}`))).toBe(197);
});
