import { describe, expect, it } from 'vitest';
import { formatSql } from './format-sql.ts';
import { loadFormatter } from './load-formatter.ts';

const format = await loadFormatter();

describe('formatSql', () => {
  it('formats each statement and leaves what stands between them', () => {
    expect(formatSql('select a,b from t;\n\n\n\\dt  public.*\nselect 1', format)).toBe(
      'select\n  a,\n  b\nfrom\n  t;\n\n\n\\dt  public.*\nselect\n  1',
    );
  });

  it('leaves the data of a COPY alone', () => {
    const data = 'COPY t (a, b) FROM stdin;\n1\tselect  2\n\\.\n';
    expect(formatSql(data, format).endsWith(';\n1\tselect  2\n\\.\n')).toBe(true);
  });

  it.each([
    "select :name, :'text', :\"column\", $1::int, a[1:2], x->>'y', e::jsonb @> '{}'",
    "do $$ begin raise notice 'x  y'; end $$",
    'create function f() returns int begin atomic select 1; end',
    "select $tag$ kept   as it is $tag$, U&'\\0041', E'a\\'b'",
  ])('changes white space only: %s', (statement) => {
    const bare = (text: string) => text.replace(/\s+/g, '');
    expect(bare(formatSql(statement, format))).toBe(bare(statement));
  });

  it('keeps comments, and text in quotes to the letter', () => {
    const formatted = formatSql("-- why\nselect 'a   b' /* inside */ from t", format);
    expect(formatted).toContain('-- why');
    expect(formatted).toContain('/* inside */');
    expect(formatted).toContain("'a   b'");
  });

  it('refuses an answer that changes more than white space', () => {
    expect(() => formatSql('select 1', () => 'select 2')).toThrow();
  });

  it('fails on what the formatter cannot read', () => {
    expect(() => formatSql('select (1', format)).toThrow();
  });

  it('formats what is formatted to the same', () => {
    const once = formatSql('select a,b from t where x in (1,2) order by a', format);
    expect(formatSql(once, format)).toBe(once);
  });
});
