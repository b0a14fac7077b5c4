import { describe, expect, test } from 'vitest';
import { scanChunks } from './scan-chunks.ts';
import { scanSql } from './scan-sql.ts';
import type { ScannedItem } from './scanned-item.ts';

type Kind = ScannedItem['kind'] | 'ignored';
/** What stands in a script, each part on lines of its own, and how it has to be read. */
type Part = [Kind, string];

const quoting: Part[] = [
  [
    'statement',
    `-- A shop; with ' and $$ in its first comment
/* nested /* ; */ ; 'and' "quoted" */
CREATE SCHEMA "odd ; name";`,
  ],
  [
    'statement',
    String.raw`CREATE TYPE "odd ; name".mood AS ENUM ('sad;', 'o''k', E'back\\slash \'quoted\';');`,
  ],
  [
    'statement',
    String.raw`CREATE TABLE customers (
    id integer PRIMARY KEY, -- the key; nothing else
    "full;name" text DEFAULT 'a;''b',
    city text CHECK (city <> ';' AND city !~ '^[;\\]$'),
    price numeric DEFAULT .5e-3,
    tags text[] DEFAULT ARRAY['a;', $$b;'$$, $t$c;$$d$t$, U&'\00e9;', U&'x!0041;' UESCAPE '!']
);`,
  ],
  [
    'statement',
    `CREATE FUNCTION in_quotes() RETURNS text LANGUAGE sql AS 'SELECT ''a;'' || ";"::text; SELECT $$;$$';`,
  ],
  [
    'statement',
    String.raw`CREATE FUNCTION in_escapes() RETURNS text LANGUAGE sql AS E'SELECT \'a;\\\\\';
 SELECT \'b;\'';`,
  ],
  [
    'statement',
    `CREATE FUNCTION in_dollars(a integer, "b;" text DEFAULT 'x;y') RETURNS text LANGUAGE plpgsql AS $body$
BEGIN
    -- it's a comment; with "one quote
    EXECUTE $q$ SELECT ';$$' /* ' */ $q$;
    EXECUTE format('SELECT %L; ', $1);
    IF a > 1 THEN RETURN $$;$$; END IF;
    RETURN 'tag $body ;';
END;
$body$;`,
  ],
  [
    'statement',
    `CREATE FUNCTION ends("end" integer, "case" text) RETURNS integer LANGUAGE sql
    RETURN "end" + CASE WHEN "case" = ';' THEN 1 ELSE 2 END;`,
  ],
  [
    'statement',
    `CREATE OR REPLACE FUNCTION atomic(x integer) RETURNS text LANGUAGE sql
BEGIN ATOMIC
    SELECT 1; -- one;
    SELECT CASE WHEN x > 1 THEN CASE x WHEN 2 THEN ';' ELSE 'end' END ELSE 'begin' END;
    SELECT (SELECT ';');
END;`,
  ],
  [
    'statement',
    `CREATE PROCEDURE atomic_procedure() BEGIN ATOMIC
DELETE FROM customers WHERE city = ';'; INSERT INTO customers (id) VALUES (9); END;`,
  ],
  ['statement', `CREATE VIEW cases AS SELECT id, CASE WHEN id > 1 THEN ';' END AS "end" FROM customers;`],
  [
    'statement',
    `CREATE RULE every AS ON INSERT TO cases
    DO INSTEAD (INSERT INTO customers (id) VALUES (8); SELECT 1; NOTIFY odd);`,
  ],
  ['statement', 'CREATE OPERATOR @@- (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4pl);'],
  ['statement', 'SELECT 1 @@- -1 AS a, 2*-3/**/+-- a comment; in an operator\n4 AS b;'],
  [
    'statement',
    String.raw`INSERT INTO customers (id, city) VALUES (4, 'São; Paulo 😀'), (5, E'it\'s;'), (6, 'two'
    ' parts;');`,
  ],
  ['statement', "SELECT city[1:2] FROM (SELECT ARRAY['a', ';'] AS city) s;"],
  ['command', String.raw`\echo 'a;b' "c;" ;`],
  ['statement', 'SELECT (1;\n2);'],
];

const dump: Part[] = [
  ['ignored', '--\n-- PostgreSQL database dump; as pg_dump writes it\n--\n'],
  ['command', String.raw`\restrict q8ZbT3pX0cJm`],
  ['statement', '\n-- Dumped from database version 16.14\n\nSET standard_conforming_strings = on;'],
  ['statement', "SELECT pg_catalog.set_config('search_path', '', false);"],
  [
    'statement',
    String.raw`
--
-- Name: TABLE visits; Type: COMMENT; Schema: public; Owner: ann
--

COMMENT ON TABLE public.visits IS 'a; '' comment
-- with lines \x; $$ /*';`,
  ],
  [
    'statement',
    `CREATE FUNCTION public.begin("end" integer) RETURNS integer
    LANGUAGE sql
    BEGIN ATOMIC
 SELECT visits.begin FROM public.visits;
 SELECT "end";
END;`,
  ],
  ['statement', 'CREATE TABLE public.visits (\n    begin integer,\n    note text\n);'],
  ['statement', 'COPY public.visits (begin, note) FROM stdin;'],
  [
    'copy-data',
    String.raw`1	O'Neil; "the $$ man" /* -- ;
2	\\.
3	\N
\\.	\\restrict x
 \.
\.x
\\unrestrict

SELECT 1;
`,
  ],
  ['ignored', '\\.\n\n'],
  ['statement', 'COPY public.nothing  FROM stdin;'],
  ['copy-data', ''],
  ['ignored', '\\.\n\n'],
  ['statement', `SELECT pg_catalog.lo_create('4711');`],
  ['statement', 'BEGIN;'],
  ['statement', `SELECT pg_catalog.lo_open('4711', 131072);`],
  ['statement', String.raw`SELECT pg_catalog.lowrite(0, '\x3b27225c2e0a');`],
  ['statement', 'SELECT pg_catalog.lo_close(0);'],
  ['statement', 'COMMIT;'],
  ['ignored', '\n--\n-- PostgreSQL database dump complete\n--\n'],
  ['command', String.raw`\unrestrict q8ZbT3pX0cJm`],
];

function scriptOf(parts: Part[], newline: string): string {
  const text = parts.map(([kind, part]) => (kind === 'copy-data' || kind === 'ignored' ? part : `${part}\n`));
  return text.join('').replaceAll('\n', newline);
}

/** What the parts have to be read as; white space before a statement does not belong to it. */
function expected(parts: Part[], newline: string): Part[] {
  return parts
    .filter(([kind]) => kind !== 'ignored')
    .map(([kind, part]) => [kind, (kind === 'copy-data' ? part : part.trim()).replaceAll('\n', newline)]);
}

function asParts(items: ScannedItem[]): Part[] {
  const parts: Part[] = [];
  let data = '';
  for (const item of items) {
    if (item.kind === 'statement') parts.push(['statement', `${item.text}${item.terminator}`]);
    if (item.kind === 'command') parts.push(['command', `\\${item.name} ${item.argument}`]);
    if (item.kind !== 'copy-data') continue;
    data += item.text;
    if (!item.last) continue;
    parts.push(['copy-data', data]);
    data = '';
  }
  return parts;
}

const scripts: [string, Part[]][] = [
  ['a script with every kind of quoting', quoting],
  ["pg_dump's output", dump],
];
const newlines: [string, string][] = [
  ['newlines', '\n'],
  ['carriage returns and newlines', '\r\n'],
];

describe.each(scripts)('reads %s', (_, parts) => {
  test.each(newlines)('with %s, whole and in chunks', (__, newline) => {
    const script = scriptOf(parts, newline);
    expect(asParts(scanSql(script))).toEqual(expected(parts, newline));
    expect(asParts(scanChunks(script.match(/.{1,7}/gs) ?? []))).toEqual(expected(parts, newline));
  });
});
