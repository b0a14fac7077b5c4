import { describe, expect, test } from 'vitest';
import { ConsoleLog } from './console-log.ts';

const output = (text: string) => ({ kind: 'output', text }) as const;
const texts = (entries: readonly object[]) => entries.map((entry) => ('text' in entry ? entry.text : null));

describe('the log of a console', () => {
  test('answers entries behind an id, oldest first, a few at a time', () => {
    const log = new ConsoleLog();
    for (const text of ['a', 'b', 'c']) log.add(output(text));
    expect(texts(log.after(0, 2, 1_000))).toEqual(['a', 'b']);
    expect(texts(log.after(2, 2, 1_000))).toEqual(['c']);
    expect(log.after(3, 2, 1_000)).toEqual([]);
    expect(log).toMatchObject({ lastId: 3, forgotten: 0 });
  });

  test('keeps the newest 10,000 and counts the others', () => {
    const log = new ConsoleLog();
    for (let index = 1; index <= 25_000; index += 1) log.add(output(`${index}`));
    expect(log).toMatchObject({ lastId: 25_000, forgotten: 15_000 });
    expect(texts(log.after(0, 1, 1_000))).toEqual(['15001']);
    expect(texts(log.after(24_999, 10, 1_000))).toEqual(['25000']);
    expect(log.after(0, 20_000, 100_000_000)).toHaveLength(10_000);
  });

  test('bounds long texts, in memory and in an answer, and never answers nothing', () => {
    const log = new ConsoleLog();
    const long = 'x'.repeat(1024 * 1024);
    for (let index = 0; index < 20; index += 1) log.add(output(long));
    expect(log.forgotten).toBe(5);
    expect(log.after(0, 500, 1_000)).toHaveLength(1);
    log.add({ kind: 'event', event: 'connected', detail: null });
    expect(log.after(19, 500, 1_000)).toHaveLength(1);
  });
});
