import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BlockWindow, storedWindows } from './stored-windows.ts';
import '../../../shared/repeatable-properties.test-support.ts';

const wishes = fc.record({
  start: fc.nat(40_000),
  blocks: fc.nat(40_000),
  backwards: fc.boolean(),
  filtered: fc.boolean(),
});

test('windows lie side by side, from the start to the end, and are few', () => {
  fc.assert(
    fc.property(wishes, ({ start, blocks, backwards, filtered }) => {
      const windows = [...storedWindows(start, blocks, { backwards, filtered })];
      const [first, last] = [windows[0], windows.at(-1)];
      if (backwards ? start === 0 : start >= blocks) {
        expect(windows).toEqual([]);
        return;
      }
      const near = (one?: BlockWindow) => (backwards ? one?.to : one?.from);
      const far = (one?: BlockWindow) => (backwards ? one?.from : one?.to);
      expect(near(first)).toBe(start);
      if (backwards) expect(far(last)).toBe(0);
      else expect(far(last) ?? blocks).toBeGreaterThanOrEqual(blocks);
      windows.slice(1).forEach((one, at) => {
        expect(near(one)).toBe(far(windows[at]));
      });
      expect(windows.length).toBeLessThan(filtered ? 12 : 15);
    }),
  );
});
