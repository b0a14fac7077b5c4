import type { Danger } from '../../../shared/contract/consoles.ts';
import { countRowsOf } from './count-rows-of.ts';
import type { Looks } from './looks.ts';

export type Figures = Pick<Danger, 'rows' | 'sizeBytes'>;

interface Relation {
  oid: string;
  /** Quoted, as it can be named here. */
  name: string;
  holdsRows: boolean;
  /** The server's last note of its rows. */
  noted: number;
}

/** Above this they are not counted: the sum of what the server noted is told. */
const mostCounted = 200;

/** $1 is a name, $2 whether it is meant without its heirs. Neither `to_regclass` nor the catalogue locks anything. */
const familyQuery = `
  WITH RECURSIVE family AS (
    SELECT pg_catalog.to_regclass($1)::oid AS oid
    UNION
    SELECT i.inhrelid FROM family JOIN pg_catalog.pg_inherits i ON i.inhparent = family.oid WHERE NOT $2::boolean)
  SELECT c.oid, c.oid::pg_catalog.regclass, c.relkind IN ('r', 'm', 'f'), greatest(c.reltuples, 0)
  FROM family JOIN pg_catalog.pg_class c ON c.oid = family.oid`;

/** $1 is the oids as a JSON array. */
const sizeQuery = `
  SELECT sum(pg_catalog.pg_total_relation_size(given.oid::oid::pg_catalog.regclass))
  FROM pg_catalog.json_array_elements_text($1::json) AS given(oid)`;

/**
 * What is in a table or another relation, with its partitions and heirs. All null: it is not there.
 * @param name as the statement names it
 * @throws AppFailure `cancelled`, `database-unreachable`
 */
export async function tableFigures(looks: Looks, name: string, { only = false } = {}): Promise<Figures> {
  const relations = await familyOf(looks, name, only);
  if (relations.length === 0) return { rows: null, sizeBytes: null };
  const rows = await countFamily(looks, relations);
  const sizes = await looks.ask(sizeQuery, [JSON.stringify(relations.map(({ oid }) => oid))]);
  return { rows, sizeBytes: numberOf(sizes?.[0]?.[0]) };
}

/** What the server noted of a table's rows when it last looked. Null: it is not there. */
export async function notedRows(looks: Looks, name: string): Promise<Danger['rows']> {
  return sumOfNotes((await familyOf(looks, name, false)).filter(({ holdsRows }) => holdsRows));
}

async function familyOf(looks: Looks, name: string, only: boolean): Promise<Relation[]> {
  const rows = await looks.ask(familyQuery, [name, String(only)]);
  return (rows ?? []).map(([oid, quoted, holdsRows, noted]) => ({
    oid: oid ?? '',
    name: quoted ?? '',
    holdsRows: holdsRows === 't',
    noted: Number(noted),
  }));
}

async function countFamily(looks: Looks, relations: readonly Relation[]): Promise<Danger['rows']> {
  const holders = relations.filter(({ holdsRows }) => holdsRows);
  if (holders.length === 0 || holders.length > mostCounted) return sumOfNotes(holders);
  const query = holders.map(({ name }) => `SELECT FROM ONLY ${name}`).join(' UNION ALL ');
  return (await countRowsOf(looks, query)) ?? sumOfNotes(holders);
}

function sumOfNotes(relations: readonly Relation[]): Danger['rows'] {
  if (relations.length === 0) return null;
  return { count: relations.reduce((sum, { noted }) => sum + noted, 0), exact: false };
}

function numberOf(text: string | null | undefined): number | null {
  return text == null ? null : Number(text);
}
