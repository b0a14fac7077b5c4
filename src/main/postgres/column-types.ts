import type { ResultColumn } from '../../shared/contract/results.ts';
import { builtInTypes } from './built-in-types.ts';
import type { SessionQuery, WireColumn } from './console-connection.ts';
import { formatTypeModifier } from './format-type-modifier.ts';
import { ServerFailure } from './server-failure.ts';
import { typeAlign } from './type-align.ts';

interface BuiltInType {
  name: string;
  isArray: boolean;
}

const builtIn: ReadonlyMap<number, BuiltInType> = new Map(
  builtInTypes.flatMap(([oid, arrayOid, name]): [number, BuiltInType][] => [
    [oid, { name, isArray: false }],
    ...(arrayOid === 0 ? [] : [[arrayOid, { name, isArray: true }] satisfies [number, BuiltInType]]),
  ]),
);

/** The first number that a server gives to a type that somebody makes. */
const firstMadeOid = 16_384;
const maxLearned = 5000;

/** The database's own types, but those that each table makes: their values are seldom. */
const madeTypesQuery = `
  SELECT t.oid, -1, pg_catalog.format_type(t.oid, NULL)
  FROM pg_catalog.pg_type t LEFT JOIN pg_catalog.pg_type e ON e.oid = t.typelem
  WHERE t.oid >= ${firstMadeOid} AND t.typtype IN ('b', 'e', 'r', 'm') AND (e.oid IS NULL OR e.typtype <> 'c')
  ORDER BY t.oid LIMIT ${maxLearned}`;

const metTypesQuery = `
  SELECT oid, modifier, pg_catalog.format_type(oid, modifier)
  FROM unnest($1::oid[], $2::int4[]) AS met (oid, modifier)`;

/**
 * Names the types of result columns, within one session. Built-in types are known at once; a running statement leaves no
 * time to ask for others, so their names are learned when nothing runs.
 */
export class ColumnTypes {
  readonly #session: SessionQuery;
  /** By oid and modifier; null: not known yet. */
  readonly #names = new Map<string, string | null>();
  #begun = false;

  constructor(session: SessionQuery) {
    this.#session = session;
  }

  /** With `oid N` for a type that is not known (yet). */
  columns(columns: readonly WireColumn[]): ResultColumn[] {
    return columns.map(({ name, typeOid, typeModifier }) => ({
      ...{ name, typeOid },
      type: this.#nameOf(typeOid, typeModifier),
      align: typeAlign(typeOid),
    }));
  }

  /**
   * Asks the server: the first time for what the database has of its own, then for types that were met and not known.
   * Not within a transaction, which an error (a timeout, a cancel request) would end: then it is done the next time.
   * @throws AppFailure `database-unreachable`
   */
  async learn(): Promise<void> {
    if (this.#session.transaction !== 'idle') return;
    const met = Array.from(this.#names).flatMap(([key, name]) => (name === null ? [key.split('/')] : []));
    try {
      if (!this.#begun) await this.#ask(madeTypesQuery);
      this.#begun = true;
      if (met.length === 0) return;
      const list = (index: number) => `{${met.map((parts) => parts[index]).join(',')}}`;
      await this.#ask(metTypesQuery, [list(0), list(1)]);
    } catch (error) {
      // Cancelled or timed out: names are not worth an error.
      if (!(error instanceof ServerFailure)) throw error;
    }
  }

  #nameOf(oid: number, modifier: number): string {
    const known = builtIn.get(oid);
    if (known !== undefined) {
      const name = formatTypeModifier(known.name, modifier);
      return known.isArray ? `${name}[]` : name;
    }
    const key = keyOf(oid, modifier);
    const name = this.#names.get(key) ?? null;
    if (name !== null) return name;
    this.#names.set(key, null);
    return this.#names.get(keyOf(oid, -1)) ?? `oid ${oid}`;
  }

  async #ask(query: string, values?: string[]): Promise<void> {
    const { rows } = await this.#session.query(query, values);
    for (const [oid, modifier, name] of rows) {
      // "???": it was dropped meanwhile.
      this.#names.set(
        keyOf(Number(oid), Number(modifier)),
        name === '???' || name == null ? `oid ${oid}` : name,
      );
    }
  }
}

function keyOf(oid: number, modifier: number): string {
  return `${oid}/${modifier}`;
}
