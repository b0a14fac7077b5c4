import { expect, test } from 'vitest';
import { listenEverywhere } from './root-fs.mjs';

test('listens on all addresses and keeps the comment behind', () => {
  const sample = "# a\n#listen_addresses = 'localhost'\t\t# what\n#port = 5432\n";
  expect(listenEverywhere(sample)).toBe("# a\nlisten_addresses = '*'\t\t# what\n#port = 5432\n");
});
