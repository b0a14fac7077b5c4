import { type ImportWish, TableImports } from '../../src/main/tables/csv-import/table-imports.ts';
import { TableExports } from '../../src/main/tables/export/table-exports.ts';
import { TableSessions } from '../../src/main/tables/table-sessions.ts';
import type { ImportOptions, ImportState } from '../../src/shared/contract/csv-import.ts';
import type { RelationName } from '../../src/shared/contract/relations.ts';
import { memoryPlatform, type SavedFiles } from './memory-platform.ts';
import { openSharedBench } from './shared-bench.ts';
import { waitFor } from './wait-for.ts';
import { type HeardConnection, openWireBench, type WireBench } from './wire-bench.ts';

export type ImportEnd = Exclude<ImportState, { state: 'running' }>;

/** How a file is written and where it goes; the rest is as usual. */
export type FileWish = Partial<Omit<ImportOptions, 'columns'>> & {
  columns: (string | null)[];
  mode?: 'import' | 'check';
};

/** One database, and files on their way into its tables and out of them. */
export interface TableFilesBench {
  instance: string;
  database: string;
  imports: TableImports;
  exports: TableExports;
  sessions: TableSessions;
  files: SavedFiles;
  /** What the server itself answers, as `psql -At` writes it. */
  ask(sql: string): Promise<string>;
  wish(table: string, wish: FileWish, sizeBytes: number): ImportWish;
  /** Sends a file as the page does, in pieces; how it ended. */
  send(table: string, wish: FileWish, file: string | Uint8Array, pieceBytes?: number): Promise<ImportEnd>;
  /** Waits until no session of tables is in a transaction on the server. */
  untilQuiet(): Promise<void>;
  dispose(): Promise<void>;
}

const usual = { encoding: 'UTF8', delimiter: ',', quote: '"', header: false, nullText: '' } as const;

/** On a server of its own, whose settings may be changed. */
export async function openTableFilesBench(): Promise<TableFilesBench> {
  return tableFilesBenchOf(await openWireBench());
}

/** In a database of its own on a server that others use, too. */
export async function openSharedTableFilesBench(image?: string): Promise<TableFilesBench> {
  return tableFilesBenchOf(await openSharedBench(image));
}

async function tableFilesBenchOf(bench: WireBench): Promise<TableFilesBench> {
  const { name: instance, instances, target } = bench;
  const { database } = target.credentials;
  const asker = await bench.connect();
  const ask = (sql: string) => answerOf(asker, sql);
  const sessions = new TableSessions(instances);
  const { platform, files } = memoryPlatform();
  const imports = new TableImports(sessions);
  const exports = new TableExports(sessions, platform);
  const wishOf: TableFilesBench['wish'] = (table, { mode = 'import', ...given }, sizeBytes) => ({
    ...{ instance, database, mode, fileName: 'rows.csv', sizeBytes },
    relation: relationOf(table),
    options: { ...usual, moveSequences: false, ...given },
  });
  return {
    ...{ instance, database, imports, exports, sessions, files, ask, wish: wishOf },
    async send(table, wish, file, pieceBytes = 64 * 1024) {
      const bytes = Buffer.from(file);
      const { importId } = await imports.start(wishOf(table, wish, bytes.length));
      const ended = endOf(imports, importId);
      void sendPieces(imports, importId, bytes, pieceBytes);
      return ended;
    },
    async untilQuiet() {
      await waitFor('no transaction', async () => {
        const busy =
          "datname = current_database() and application_name = 'howdah tables' and state <> 'idle'";
        return (await ask(`select count(*) from pg_stat_activity where ${busy}`)) === '0' || null;
      });
    },
    async dispose() {
      await imports.dispose();
      await exports.dispose();
      await sessions.dispose();
      await bench.dispose();
    },
  };
}

async function answerOf(asker: HeardConnection, sql: string): Promise<string> {
  const { end, results } = await asker.collect(sql);
  if (end.kind !== 'complete') throw new Error(`${sql}: ${JSON.stringify(end)}`);
  const rows = results.flatMap((result) => result.rows);
  return rows.map((cells) => cells.map((cell) => cell ?? '').join('|')).join('\n');
}

/** Watches an import to its end. */
export async function endOf(imports: TableImports, importId: string): Promise<ImportEnd> {
  let last: ImportState | null = null;
  for await (const state of imports.watch(importId, new AbortController().signal)) last = state;
  if (last === null || last.state === 'running') throw new Error('it was left running');
  return last;
}

/** Until it is all sent, or no more is wanted. */
export async function sendPieces(
  imports: TableImports,
  importId: string,
  bytes: Buffer,
  pieceBytes: number,
): Promise<void> {
  for (let at = 0; ; at += pieceBytes) {
    const last = at + pieceBytes >= bytes.length;
    const { wanted } = await imports.chunk(importId, bytes.subarray(at, at + pieceBytes), last);
    if (last || !wanted) return;
  }
}

/** "schema.name" or "name" in public; the name may hold anything. */
export function relationOf(table: string): RelationName {
  const [schema, name] = table.includes('.') ? table.split('.', 2) : ['public', table];
  return { schema: schema ?? 'public', name: name ?? '' };
}
