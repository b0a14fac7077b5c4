import { expect, test } from 'vitest';
import { maskMessage } from './mask-message.ts';

test.each([
  [
    `create role ann password 'hunter2'`,
    `syntax error at or near "'hunter2'"`,
    'syntax error at or near "***"',
  ],
  [`alter role ann password $x$hunter2$x$`, 'cannot use "hunter2" in a role', 'cannot use "***" in a role'],
  [
    `alter role ann password 'hunter2`,
    `unterminated quoted string at or near "'hunter2"`,
    'unterminated quoted string at or near "***"',
  ],
  [
    `alter role ann password e'hunter2'`,
    `syntax error at or near "e'hunter2'"`,
    'syntax error at or near "***"',
  ],
  [`alter role ann password 'e'`, 'role "ann" does not exist', 'role "ann" does not exist'],
  [
    `select dblink('host=db password=hunter2')`,
    'could not connect:\npassword=hunter2',
    'could not connect:\npassword=***',
  ],
  [`select 'hunter2'`, `no such thing as 'hunter2'`, `no such thing as 'hunter2'`],
])('%s', (text, message, safe) => {
  expect(maskMessage(message, text)).toBe(safe);
});
