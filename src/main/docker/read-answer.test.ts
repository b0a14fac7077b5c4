import { describe, expect, it } from 'vitest';
import { readAnswer } from './read-answer.ts';

describe('readAnswer', () => {
  it.each([
    ['rows', [{ Id: 'a' }], [{ Id: 'a' }]],
    ['no rows', [], []],
    ['null as Go says it', Buffer.from('null\n'), []],
    ['nothing', Buffer.alloc(0), []],
  ])('reads %s', (_what, answer, rows) => {
    expect(readAnswer(answer, [])).toEqual(rows);
  });

  it.each([
    ['a page of a proxy', Buffer.from('<html>Bad gateway</html>'), []],
    ['half a list', Buffer.from('[{"Id":'), []],
    ['null where there must be something', Buffer.from('null'), undefined],
  ])('refuses %s', (_what, answer, whenEmpty) => {
    const appError = { code: 'engine-refused', status: 200, reason: 'The engine did not answer in JSON.' };
    expect(() => readAnswer(answer, whenEmpty)).toThrow(expect.objectContaining({ appError }));
  });
});
