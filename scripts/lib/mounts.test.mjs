import { expect, test } from 'vitest';
import { mountPointsBelow } from './mounts.mjs';

test('lists what is mounted below a folder, the deepest first, and nothing beside it', () => {
  const table = 'a /x/root/proc proc\nb /x/root/proc/sys/deep none\nc /x/rooted proc\nd /x ext4\n';
  expect(mountPointsBelow('/x/root', table)).toEqual(['/x/root/proc/sys/deep', '/x/root/proc']);
});
