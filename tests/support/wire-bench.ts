import { findRoute } from '../../src/main/instances/access/find-route.ts';
import { waitUntilReady } from '../../src/main/instances/state/wait-until-ready.ts';
import type {
  ConsoleConnection,
  ServerError,
  ServerNotice,
  ServerNotification,
  StatementEnd,
  StatementHandlers,
  TransactionState,
  WireColumn,
  WireStatement,
} from '../../src/main/postgres/console-connection.ts';
import {
  type ConsoleConnectionOptions,
  openConsoleConnection,
} from '../../src/main/postgres/open-console-connection.ts';
import type { ServerTarget } from '../../src/main/postgres/server-target.ts';
import { TextRowsCollector } from '../../src/main/postgres/wire/text-rows-collector.ts';
import { docker } from './docker-cli.ts';
import { type InstancesBench, openInstancesBench } from './instances-bench.ts';

/** One answer of a statement: a statement changed by rules has several. */
export interface CollectedResult {
  columns: readonly WireColumn[];
  rows: readonly (readonly (string | null)[])[];
}

/** A session and all that its listeners heard. */
export interface HeardConnection extends ConsoleConnection {
  notices: ServerNotice[];
  notifications: ServerNotification[];
  transactions: TransactionState[];
  ends: (ServerError | null)[];
  /** Runs a statement to its end and keeps its rows. */
  collect(
    statement: string | WireStatement,
    handlers?: Omit<StatementHandlers, 'onColumns'>,
  ): Promise<{ end: StatementEnd; results: CollectedResult[] }>;
}

/** One Postgres in a container, and sessions that are closed with it. */
export interface WireBench {
  name: string;
  instances: InstancesBench;
  target: ServerTarget;
  connect(options?: Partial<ConsoleConnectionOptions>, target?: ServerTarget): Promise<HeardConnection>;
  /** `psql -At` inside the container, as a superuser over the socket. */
  psql(sql: string): Promise<string>;
  /** As with an engine on another machine. */
  tunnel(): Promise<ServerTarget>;
  dispose(): Promise<void>;
}

export async function openWireBench(
  settings: readonly string[] = [],
  options: readonly string[] = ['-p', '127.0.0.1::5432'],
  image?: string,
): Promise<WireBench> {
  const instances = await openInstancesBench();
  const command = ['fsync=off', ...settings].flatMap((setting) => ['-c', setting]);
  const name = await instances.run('wire', ['-e', 'POSTGRES_PASSWORD=s3cret', ...options], command, image);
  await waitUntilReady(instances, name, { timeoutMs: 60_000 });
  return wireBenchOf(instances, name, await instances.access.targetOf(name));
}

/** `instances` is disposed with it. */
export function wireBenchOf(instances: InstancesBench, name: string, target: ServerTarget): WireBench {
  const opened: ConsoleConnection[] = [];
  const { database } = target.credentials;
  return {
    ...{ name, instances, target },
    async connect(connectOptions = {}, to = target) {
      const connection = await openHeard(to, connectOptions);
      opened.push(connection);
      return connection;
    },
    psql: (sql) => docker('exec', name, 'psql', '-U', 'postgres', '-d', database, '-XAtqc', sql),
    tunnel: () => tunnelTo(instances, name),
    async dispose() {
      await Promise.all(opened.map((connection) => connection.dispose()));
      await instances.dispose();
    },
  };
}

async function tunnelTo(instances: InstancesBench, name: string): Promise<ServerTarget> {
  const client = instances.engine.client();
  const inspect = await client.inspectContainer(name);
  const info = instances.engine.info();
  const route = await findRoute(client, info === null ? null : { ...info, local: false }, inspect);
  if (route?.kind !== 'tunnel') throw new Error('no tunnel');
  return { route, credentials: await instances.access.credentialsOf(inspect) };
}

async function openHeard(
  target: ServerTarget,
  options: Partial<ConsoleConnectionOptions>,
): Promise<HeardConnection> {
  const heard = {
    notices: [] as ServerNotice[],
    notifications: [] as ServerNotification[],
    transactions: [] as TransactionState[],
    ends: [] as (ServerError | null)[],
  };
  const connection = await openConsoleConnection(
    target,
    { statementTimeoutMs: 0, readOnly: false, ...options },
    {
      onNotice: (notice) => heard.notices.push(notice),
      onNotification: (notification) => heard.notifications.push(notification),
      onTransaction: (state) => heard.transactions.push(state),
      onEnd: (error) => heard.ends.push(error),
    },
  );
  const collect: HeardConnection['collect'] = async (statement, handlers = {}) => {
    const results: { columns: readonly WireColumn[]; collector: TextRowsCollector }[] = [];
    const end = await connection.run(typeof statement === 'string' ? { text: statement } : statement, {
      ...handlers,
      onColumns(columns) {
        const collector = new TextRowsCollector();
        results.push({ columns, collector });
        return collector.onColumns(columns);
      },
    });
    return {
      end,
      results: results.map(({ columns, collector }) => ({ columns, rows: collector.result().rows })),
    };
  };
  return Object.assign(connection, heard, { collect });
}
