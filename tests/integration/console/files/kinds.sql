-- Every way in which PostgreSQL quotes; semicolons stand in all of them.
/* a comment; /* in a comment; */ still one; */
CREATE TABLE quoted (id int PRIMARY KEY, "odd ""name;" text DEFAULT 'it''s; one', é text);
INSERT INTO quoted VALUES (1, 'plain; text', 'é;'), (2, E'escaped \'; \x41 \\', U&'\0061;\+01F418'), (3, $$dollar; 'quote'$$, $tag$ $$ inner; $$ $tag$);
INSERT INTO quoted (id, "odd ""name;") VALUES (4, 'continued;'
  ' on the next line');
INSERT INTO quoted (id, U&"odd ""name\003b") VALUES (5, B'101'::text || X'1F'::text);
INSERT INTO quoted (id) VALUES (6);;
INSERT INTO quoted VALUES (7, 'a:b', $d1$:not_a_variable$d1$), (8, 'line one
line two; -- no comment
', 'x'); INSERT INTO quoted (id) VALUES (9); INSERT INTO quoted (id) VALUES (10)
;
SET standard_conforming_strings = off;
SET escape_string_warning = off;
INSERT INTO quoted VALUES (11, 'old \'; style\\', 'y');
SET standard_conforming_strings = on;
INSERT INTO quoted VALUES (12, 'new \', 'z;');

CREATE FUNCTION dollars(text) RETURNS text LANGUAGE plpgsql AS $body$
DECLARE
  found text := $1;
BEGIN
  /* $body */ -- $body
  IF found IS NULL THEN RETURN $$none;$$; END IF;
  EXECUTE $q$ SELECT 'x;' || $1 $q$ INTO found USING found;
  RETURN found;
END;
$body$;
CREATE FUNCTION single(int) RETURNS int LANGUAGE sql AS 'SELECT $1; SELECT ''2;''::text; SELECT $1 + 1;';
CREATE FUNCTION atomic(a int, b int) RETURNS int LANGUAGE sql
BEGIN ATOMIC
  SELECT CASE WHEN a > b THEN a ELSE b END;
  SELECT (SELECT a + b);
END;
CREATE OR REPLACE PROCEDURE atomic_procedure(INOUT a int) LANGUAGE sql BEGIN ATOMIC; SELECT a; SELECT a + 1; END;
CREATE FUNCTION short(int) RETURNS int RETURN $1 + 1;
DO $$ BEGIN PERFORM atomic(1, 2); RAISE NOTICE 'done; %', single(1); END $$;
CREATE RULE ruled AS ON DELETE TO quoted DO INSTEAD (UPDATE quoted SET é = 'deleted;' WHERE id = OLD.id; NOTIFY ruled);
DELETE FROM quoted WHERE id = 6;
CREATE VIEW viewed AS SELECT id, (ARRAY[1,2,3])[1:2] AS slice, id::text AS cast FROM quoted;
CREATE TABLE "begin" ("end" int, atomic int); INSERT INTO "begin" VALUES (1, 2);
PREPARE prepared (int) AS INSERT INTO "begin" VALUES ($1, $1); EXECUTE prepared(3);
BEGIN; INSERT INTO "begin" VALUES (4, 4); SAVEPOINT s; INSERT INTO "begin" VALUES (5, 5); ROLLBACK TO s; COMMIT;
SELECT 1 AS a\; SELECT 2 AS b;

CREATE TABLE copied (id int, t text, d text);
COPY copied FROM STDIN;
1	one; -- two	\N
2	back\\slash \t tab \n newline \\.	'quote; $$
3	\x41\102	/* no comment
4		\\N
\.
COPY copied (id, t) FROM STDIN WITH (FORMAT csv, QUOTE '"');
5,"two
lines; ""quoted"""
6,\x
\.
COPY copied FROM STDIN (DELIMITER ';'); SELECT 'behind the data';
7;a\;b;c
\.
COPY copied FROM STDIN;
\.
SELECT count(*) FROM copied;

-- Errors: each with its line.
SELECT * FROM nowhere;
INSERT INTO quoted (id) VALUES (1);
SELECT 'é🐘' AS fine, nope;
  SELECT
    nope_again;
SELEC 1;
SELECT single('x'::text);
DO $$ BEGIN RAISE EXCEPTION 'own error' USING ERRCODE = 'P0007', HINT = 'none'; END $$;
COPY copied FROM STDIN;
8	x
\.
COPY quoted (id) FROM STDIN;
not a number
\.
BEGIN;
SELECT 1/0;
SELECT 'in a failed transaction';
COMMIT;
SELECT 1 WHERE 'unfinished
