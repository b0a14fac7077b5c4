import { expect, test } from 'vitest';
import { logCrashes } from './log-crashes.ts';
import { createLoggerTo } from './logger.ts';

test('logs what nobody caught; only an exception ends the process', () => {
  const lines: string[] = [];
  const codes: number[] = [];
  const rejectionListeners = process.listeners('unhandledRejection').length;
  const stop = logCrashes(createLoggerTo({ write: (line) => lines.push(line) }), (code) => codes.push(code));
  const [onRejection] = process.listeners('unhandledRejection').slice(-1);
  const [onException] = process.listeners('uncaughtException').slice(-1);
  onRejection?.(new Error('first'), Promise.resolve());
  expect(codes).toEqual([]);
  onException?.(new Error('second'), 'uncaughtException');
  expect(codes).toEqual([1]);
  expect(lines.map((line) => JSON.parse(line).err.message)).toEqual(['first', 'second']);
  stop();
  expect(process.listeners('unhandledRejection')).toHaveLength(rejectionListeners);
});
