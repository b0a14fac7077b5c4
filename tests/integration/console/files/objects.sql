-- What a dump has to bring back, with values that a script could stumble over.
CREATE SCHEMA "Odd; ""Schema";
COMMENT ON SCHEMA "Odd; ""Schema" IS 'semicolon; ''quote'' $$ \ backslash
second line';
CREATE TYPE mood AS ENUM ('sad;', 'it''s "ok"', 'happy \');
CREATE DOMAIN positive AS int DEFAULT 1 CHECK (VALUE > 0);
CREATE TYPE pair AS (a int, "b;" text);
CREATE COLLATION own FROM "C";
CREATE SEQUENCE counter START 7 INCREMENT 3;
SELECT nextval('counter');

CREATE TABLE people (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  "name;" text NOT NULL DEFAULT 'none; ''given''', mood mood, age positive, twice int GENERATED ALWAYS AS (age * 2) STORED,
  data jsonb, bytes bytea, at timestamptz DEFAULT '2026-01-01', tags text[], pair pair, period tstzrange, amount numeric(20, 5)
);
INSERT INTO people ("name;", mood, age, data, bytes, tags, pair, period, amount) VALUES
  (E'tab\t newline\n backslash\\ return\r end', 'it''s "ok"', 5, '{"a;": "\\.", "n": null}', '\x00ff5c2e0a', '{"a;b",NULL,"\\.","{}"}', '(1,"x;""y")', '[2026-01-01,infinity)', 'NaN'),
  ('\.', 'sad;', 1, '[]', '', '{}', NULL, 'empty', -0.00001),
  ('é 🐘 \N', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL), ('', 'happy \', 2, '"$$"', 'plain', '{$$;$$}', '(,)', NULL, 12345678901234.5);
CREATE INDEX people_lower ON people (lower("name;")) WHERE age > 1;
CREATE TABLE parts (n int, at date) PARTITION BY RANGE (at);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE parts_rest PARTITION OF parts DEFAULT;
INSERT INTO parts SELECT n, date '2026-12-01' + n FROM generate_series(1, 60) n;
CREATE TABLE "Odd; ""Schema"."Child \n" () INHERITS (people);
ALTER TABLE parts ADD COLUMN person bigint REFERENCES people DEFERRABLE INITIALLY DEFERRED;
CREATE VIEW adults WITH (security_barrier) AS SELECT *, ';' AS semicolon FROM people WHERE age > 1;
CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS n FROM people;
CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS $_$
BEGIN
  -- a comment; with $$ and '
  IF NEW.age IS NULL THEN NEW.age := 1; END IF;
  RETURN NEW;
END $_$;
CREATE TRIGGER noted BEFORE INSERT ON people FOR EACH ROW WHEN (NEW."name;" <> ';') EXECUTE FUNCTION noted();
CREATE FUNCTION sums(a int, b int DEFAULT 2) RETURNS int LANGUAGE sql IMMUTABLE BEGIN ATOMIC
  SELECT CASE WHEN a > b THEN a ELSE b END;
  SELECT a + b;
END;
CREATE FUNCTION quoted(text) RETURNS text LANGUAGE sql AS 'SELECT $1 || '';''';
CREATE AGGREGATE longest(text) (SFUNC = textcat, STYPE = text, INITCOND = ';');
CREATE RULE guarded AS ON DELETE TO people DO INSTEAD (UPDATE people SET age = 1 WHERE id = OLD.id; SELECT ';');
ALTER TABLE people ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON people USING ("name;" = current_user || ';');
CREATE FUNCTION event_noted() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN RETURN; END;';
CREATE EVENT TRIGGER watched ON ddl_command_end WHEN TAG IN ('CREATE OPERATOR') EXECUTE FUNCTION event_noted();
COMMENT ON COLUMN people."name;" IS E'tab\t; \\ quote '' $body$';
GRANT SELECT ("name;") ON people TO PUBLIC;
SELECT lo_from_bytea(4242, '\x0001ff3b0a5c2e0a');
COMMENT ON LARGE OBJECT 4242 IS 'large;';
