import { describe, expect, it } from 'vitest';
import { jsonRows } from './json-rows.ts';

const value = {
  Name: '/shop',
  State: { Running: true, Pid: 12 },
  Config: { Env: ['PGDATA=/data', 'LANG=C'], 'a/b': null },
};
const paths = (view: Parameters<typeof jsonRows>[1]) => jsonRows(value, view).map(({ path }) => path);
const nothing: ReadonlySet<string> = new Set();

describe('jsonRows', () => {
  it('lists everything in order, keys escaped', () => {
    expect(paths({ closed: nothing, search: '' })).toEqual([
      '',
      '/Name',
      '/State',
      '/State/Running',
      '/State/Pid',
      '/Config',
      '/Config/Env',
      '/Config/Env/0',
      '/Config/Env/1',
      '/Config/a~1b',
    ]);
  });

  it('writes leaves as JSON does', () => {
    const texts = jsonRows({ a: 'x"\u0007', b: 1.5, c: null, d: false }, { closed: nothing, search: '' });
    expect(texts.map(({ text }) => text)).toEqual([null, '"x\\"\\u0007"', '1.5', 'null', 'false']);
  });

  it('leaves out what stands in something closed, and says how much', () => {
    const rows = jsonRows(value, { closed: new Set(['/Config', '/State']), search: '' });
    expect(rows.map(({ path }) => path)).toEqual(['', '/Name', '/State', '/Config']);
    expect(rows[3]).toMatchObject({ open: false, childCount: 2 });
  });

  it('finds keys and values in any case, with what they stand in, even when closed', () => {
    expect(paths({ closed: new Set(['/Config']), search: 'pgdata' })).toEqual([
      '',
      '/Config',
      '/Config/Env',
      '/Config/Env/0',
    ]);
    const found = jsonRows(value, { closed: nothing, search: 'state' });
    expect(found.map(({ path, matches }) => [path, matches])).toEqual([
      ['', false],
      ['/State', true],
      ['/State/Running', false],
      ['/State/Pid', false],
    ]);
    expect(paths({ closed: nothing, search: 'nowhere' })).toEqual([]);
  });
});
