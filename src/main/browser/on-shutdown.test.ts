import { afterEach, expect, test, vi } from 'vitest';
import { onShutdown, type Shutdown } from './on-shutdown.ts';

let shutdown: Shutdown | undefined;
afterEach(() => shutdown?.dispose());

function setUp(dispose: () => Promise<void>) {
  const codes: number[] = [];
  shutdown = onShutdown(dispose, (code) => codes.push(code));
  return codes;
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s disposes and exits 0', async (signal) => {
  let disposed = 0;
  const codes = setUp(async () => {
    disposed += 1;
  });
  process.emit(signal);
  await vi.waitFor(() => expect(codes).toEqual([0]));
  expect(disposed).toBe(1);
});

test('a second signal does not wait', () => {
  const codes = setUp(() => new Promise(() => {}));
  process.emit('SIGINT');
  expect(codes).toEqual([]);
  process.emit('SIGINT');
  expect(codes).toEqual([130]);
});

test('a dispose that fails exits 1; ending twice disposes once', async () => {
  let disposed = 0;
  const codes = setUp(async () => {
    disposed += 1;
    throw new Error('no');
  });
  shutdown?.end();
  shutdown?.end();
  await vi.waitFor(() => expect(codes).toEqual([1]));
  expect(disposed).toBe(1);
});

test('dispose takes its listeners away', () => {
  const before = process.listenerCount('SIGINT');
  setUp(async () => {});
  expect(process.listenerCount('SIGINT')).toBe(before + 1);
  shutdown?.dispose();
  expect(process.listenerCount('SIGINT')).toBe(before);
});
