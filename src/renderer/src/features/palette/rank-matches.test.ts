import { describe, expect, it } from 'vitest';
import { rankMatches } from './rank-matches.ts';

const entries = ['Stop · shop-db', 'shop-db', 'shop-db-copy', 'Go to Volumes', 'eshop', 'New instance'].map(
  (label) => ({ label }),
);
const found = (typed: string) => rankMatches(entries, typed).map(({ label }) => label);

describe('rankMatches', () => {
  it.each([
    ['shop-db', ['shop-db', 'shop-db-copy', 'Stop · shop-db']],
    ['SHOP', ['shop-db', 'shop-db-copy', 'Stop · shop-db', 'eshop']],
    ['new', ['New instance']],
    ['gtv', ['Go to Volumes']],
    ['  volumes ', ['Go to Volumes']],
    ['zzz', []],
  ])('%s', (typed, labels) => {
    expect(found(typed)).toEqual(labels);
  });

  it('shows everything while nothing is typed', () => {
    expect(found('  ')).toHaveLength(entries.length);
  });
});
