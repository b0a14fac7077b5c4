import type { ConsoleConnection } from '../../src/main/postgres/console-connection.ts';
import { openTableSession } from '../../src/main/tables/open-table-session.ts';
import { TableRows } from '../../src/main/tables/rows/table-rows.ts';
import type { RelationPlace } from '../../src/shared/contract/relations.ts';
import type {
  FilterCondition,
  PageWish,
  RowFilter,
  RowOrder,
  RowPage,
} from '../../src/shared/contract/table-rows.ts';
import { openSharedBench } from './shared-bench.ts';

export interface AskedRows {
  identity?: string[];
  order?: RowOrder;
  filter?: Partial<RowFilter>;
}

/** One database, and rows of its tables as the window asks for them, through one session. */
export interface RowsBench {
  rows: TableRows;
  /** The session that pages are read with. */
  session: ConsoleConnection;
  /** Runs statements as somebody who writes. */
  run(...statements: string[]): Promise<void>;
  /** What the server itself answers, as text. */
  ask(sql: string): Promise<(string | null)[][]>;
  place(relation: string, schema?: string): RelationPlace;
  page(relation: string, asked?: AskedRows, at?: PageWish): Promise<RowPage>;
  /** All pages, from the first to the last or the other way round, one by one as the cursors lead. */
  walk(relation: string, asked: AskedRows, from: 'first' | 'last'): Promise<RowPage[]>;
  dispose(): Promise<void>;
}

/** More than any test needs: a walk that goes in circles ends. */
const mostPages = 50;

export async function openRowsBench(image?: string): Promise<RowsBench> {
  const bench = await openSharedBench(image);
  const writer = await bench.connect();
  const { connection: session } = await openTableSession(
    bench.target,
    bench.target.credentials.database,
    new AbortController().signal,
  );
  const rows = new TableRows({ read: (_place, _signal, work) => work(session) });
  const place = (name: string, schema = 'public') => ({
    ...{ instance: bench.name, database: null, relation: { schema, name } },
  });
  const page: RowsBench['page'] = (relation, asked = {}, at = { at: 'first' }) =>
    rows.page({
      ...{ ...place(relation), identity: asked.identity ?? null, order: asked.order ?? [] },
      ...{ filter: filterOf(asked.filter), page: at },
    });
  return {
    ...{ rows, session, place, page },
    async run(...statements) {
      for (const statement of statements) await writer.query(statement);
    },
    ask: async (sql) => (await session.query(sql)).rows.map((fields) => [...fields]),
    async walk(relation, asked, from) {
      const pages = [await page(relation, asked, { at: from })];
      for (;;) {
        const cursor = from === 'first' ? pages.at(-1)?.after : pages[0]?.before;
        if (cursor == null) return pages;
        if (pages.length >= mostPages) throw new Error(`more than ${mostPages} pages`);
        const next = await page(relation, asked, { at: from === 'first' ? 'after' : 'before', cursor });
        if (from === 'first') pages.push(next);
        else pages.unshift(next);
      }
    },
    async dispose() {
      await session.dispose();
      await bench.dispose();
    },
  };
}

export function filterOf(filter: Partial<RowFilter> = {}): RowFilter {
  return { match: 'all', conditions: [], where: '', ...filter };
}

export function condition(
  column: string,
  operator: FilterCondition['operator'],
  ...values: string[]
): FilterCondition {
  return { column, operator, values };
}
