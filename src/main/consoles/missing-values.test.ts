import { describe, expect, test } from 'vitest';
import { scanSql } from '../../shared/sql/scan-sql.ts';
import { missingValues } from './missing-values.ts';

const missing = (text: string, variables: [string, string][] = [], values = {}) =>
  missingValues(scanSql(text), new Map(variables), values);

describe('what a run has to be told', () => {
  test('names in the order of their use, each once', () => {
    expect(missing(`select :'name', :id, $1; select :id, $2`)).toEqual(['name', 'id', '1', '2']);
  });

  test('nothing that is set, before or by the script itself', () => {
    expect(missing('select :a, :b', [['a', '1']])).toEqual(['b']);
    expect(missing('\\set b 2\nselect :b')).toEqual([]);
    expect(missing('select :b;\n\\set b 2')).toEqual(['b']);
  });

  test('nothing that psql knows of its session', () => {
    expect(missing('select :USER, :SERVER_VERSION_NUM, :user')).toEqual(['user']);
  });

  test('nothing that was answered, NULL and the empty text included', () => {
    expect(missing('select :a, :b, :c', [], { a: null, b: '' })).toEqual(['c']);
  });

  test('nothing that is only asked for', () => {
    expect(missing('select :{?a}')).toEqual([]);
  });

  test('nothing that only looks like it', () => {
    expect(missing(`select '12:30', x::text, ":a", $$ :a $1 $$ -- :a`)).toEqual([]);
  });
});
