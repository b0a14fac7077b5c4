import { describe, expect, it } from 'vitest';
import type { LogLine } from '../../../../shared/contract/logs.ts';
import { LogBuffer } from './log-buffer.ts';

const line = (text: string): LogLine => ({ atMs: null, stream: 'stdout', text });

describe('LogBuffer', () => {
  it('keeps the newest lines in order and numbers them for good', () => {
    const buffer = new LogBuffer(3);
    buffer.append(['a', 'b', 'c', 'd', 'e'].map(line), 0);
    expect(buffer.text()).toBe('c\nd\ne');
    expect(buffer.length).toBe(3);
    expect(buffer.taken).toBe(5);
    expect(buffer.at(0)?.number).toBe(2);
    expect(buffer.at(3)).toBeUndefined();
    expect(buffer.at(-1)).toBeUndefined();
  });

  it('tells its listeners once for each batch until they leave', () => {
    const buffer = new LogBuffer(10);
    let told = 0;
    const stop = buffer.subscribe(() => {
      told += 1;
    });
    buffer.append([line('a'), line('b')], 0);
    buffer.append([], 0);
    expect(told).toBe(1);
    buffer.append([], 4);
    expect(buffer.dropped).toBe(4);
    expect(told).toBe(2);
    stop();
    buffer.append([line('c')], 0);
    expect(told).toBe(2);
  });

  it('begins anew after clear', () => {
    const buffer = new LogBuffer(2);
    buffer.append(['a', 'b', 'c'].map(line), 1);
    buffer.clear();
    buffer.append([line('d')], 0);
    expect(buffer.text()).toBe('d');
    expect(buffer.dropped).toBe(0);
    expect(buffer.at(0)?.number).toBe(3);
  });
});
