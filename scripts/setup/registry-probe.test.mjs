import { expect, test } from 'vitest';
import { canReachRegistry } from './registry-probe.mjs';

test('says no where nothing listens', async () => {
  expect(await canReachRegistry('https://127.0.0.1:9/v2/', 1000)).toBe(false);
});
