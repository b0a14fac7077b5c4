import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  NewConsoleEntry,
  NewScriptResult,
  RunProgress,
  RunRecord,
  ScriptHost,
} from '../../src/main/consoles/script/script-host.ts';
import { createSilentLogger } from '../../src/main/lib/logger.ts';
import { ColumnTypes } from '../../src/main/postgres/column-types.ts';
import type { ConsoleConnection } from '../../src/main/postgres/console-connection.ts';
import { openConsoleConnection } from '../../src/main/postgres/open-console-connection.ts';
import { createRunPsqlCommand } from '../../src/main/psql/run-psql-command.ts';
import { readPage } from '../../src/main/results/read-page.ts';
import { ResultStore } from '../../src/main/results/result-store.ts';
import type { ResultWriter } from '../../src/main/results/result-writer.ts';
import { docker } from './docker-cli.ts';
import { openWireBench, type WireBench } from './wire-bench.ts';

type EntryOf<Kind extends NewConsoleEntry['kind']> = Extract<NewConsoleEntry, { kind: Kind }>;

/** A console that keeps what a run tells it. */
export interface TestHost extends ScriptHost {
  onError: ScriptHost['onError'];
  readonly entries: NewConsoleEntry[];
  readonly records: RunRecord[];
  readonly told: RunProgress[];
  /** Notices of the server, as psql prints them. */
  readonly notices: string[];
  of<Kind extends NewConsoleEntry['kind']>(kind: Kind): EntryOf<Kind>[];
  readonly events: string[];
  readonly writers: ResultWriter[];
  readonly results: NewScriptResult[];
  /** Rows of the nth result. */
  rows(index: number): Promise<unknown[][]>;
  cancel(): void;
  /** For the next run. */
  clear(): void;
}

/** What makes a result end early. */
export interface HostLimits {
  resultBytes?: number;
  rowBytes?: number;
}

export interface ScriptBench {
  wire: WireBench;
  /** Runs of these tests keep their files here; it has the same path in the container once it was copied. */
  folder: string;
  createDatabase(): Promise<string>;
  host(database?: string, limits?: HostLimits): Promise<TestHost>;
  /** Copies the folder into the container. */
  copyFiles(): Promise<void>;
  dispose(): Promise<void>;
}

export async function openScriptBench(image?: string): Promise<ScriptBench> {
  const wire = await openWireBench([], undefined, image);
  const folder = await mkdtemp(join(tmpdir(), 'howdah-script-'));
  const log = createSilentLogger();
  const stores: ResultStore[] = [];
  const openStore = async (diskBytes = 2 * 1024 ** 3) => {
    const limits = { memoryBytes: 64 * 1024 ** 2, diskBytes };
    const dir = join(folder, `results-${stores.length}`);
    const store = await ResultStore.open({ dir, limits, log });
    stores.push(store);
    return store;
  };
  const hosts: TestHost[] = [];
  return {
    wire,
    folder,
    async createDatabase() {
      const name = `s${randomUUID().slice(0, 8)}`;
      await wire.psql(`CREATE DATABASE ${name}`);
      return name;
    },
    async host(database = 'postgres', { resultBytes, rowBytes } = {}) {
      const host = await createTestHost(wire, await openStore(resultBytes), database, rowBytes);
      hosts.push(host);
      return host;
    },
    async copyFiles() {
      await docker('exec', wire.name, 'mkdir', '-p', folder);
      await docker('cp', `${folder}/.`, `${wire.name}:${folder}`);
    },
    async dispose() {
      await Promise.all(hosts.map(({ connection }) => connection.dispose()));
      await Promise.all(stores.map((store) => store.dispose()));
      await wire.dispose();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function createTestHost(
  wire: WireBench,
  store: ResultStore,
  database: string,
  maxRowBytes = 64 * 1024 ** 2,
): Promise<TestHost> {
  const notices: string[] = [];
  const open = (name: string) =>
    openConsoleConnection(
      wire.target,
      { statementTimeoutMs: 0, readOnly: false, database: name, maxRowBytes },
      {
        onNotice: ({ severity, message }) => notices.push(`${severity}:  ${message}`),
        onNotification: () => undefined,
        onEnd: () => undefined,
        onTransaction: () => undefined,
      },
    );
  let connection: ConsoleConnection = await open(database);
  let columnTypes = new ColumnTypes(connection);
  let abort = new AbortController();
  const entries: NewConsoleEntry[] = [];
  const records: RunRecord[] = [];
  const told: RunProgress[] = [];
  const writers: ResultWriter[] = [];
  const results: NewScriptResult[] = [];
  return {
    onError: 'stop',
    variables: new Map(),
    display: { expanded: false, timing: false },
    ...{ entries, records, told, notices, writers, results },
    of: (kind) => entriesOf(entries, kind),
    get connection() {
      return connection;
    },
    get columnTypes() {
      return columnTypes;
    },
    get signal() {
      return abort.signal;
    },
    get events() {
      return entriesOf(entries, 'event').map(({ event, detail }) =>
        detail === null ? event : `${event} ${detail}`,
      );
    },
    newResult(result) {
      if (writers.length === 50) return null;
      const writer = store.create({ consoleId: 'test', number: writers.length + 1, ...result });
      writers.push(writer);
      results.push(result);
      return writer;
    },
    log: (entry) => entries.push(entry),
    record: (entry) => records.push(entry),
    progress: (progress) => told.push(progress),
    duringFile: (work) => work(),
    async reconnect(name) {
      const next = await open(name ?? connection.database);
      await connection.dispose();
      connection = next;
      columnTypes = new ColumnTypes(next);
    },
    runPsqlCommand: createRunPsqlCommand(async () => ''),
    async rows(index) {
      const { id = '' } = writers[index] ?? {};
      return (await readPage(store.get(id), { from: 0, count: 500 })).rows;
    },
    cancel: () => abort.abort(),
    clear() {
      abort = new AbortController();
      for (const list of [entries, records, told, notices, writers, results]) list.length = 0;
    },
  };
}

function entriesOf<Kind extends NewConsoleEntry['kind']>(
  entries: readonly NewConsoleEntry[],
  kind: Kind,
): EntryOf<Kind>[] {
  return entries.filter((entry): entry is EntryOf<Kind> => entry.kind === kind);
}
