import { relationZoo } from './relation-zoo.ts';
import { openSharedBench } from './shared-bench.ts';
import { type TestMajor, testImageOf, testMajors } from './test-image.ts';
import type { HeardConnection, WireBench } from './wire-bench.ts';

export interface ZooServer {
  bench: WireBench;
  databases: { zoo: string; copy: string };
  /** On the database that the zoo is in. */
  session: HeardConnection;
  /** On one that has what the zoo is made with. */
  copy: HeardConnection;
}

export interface ZooServers {
  of(major: TestMajor): ZooServer;
  dispose(): Promise<void>;
}

/** A server of each major with the relations of `relationZoo`. */
export async function openZooServers(): Promise<ZooServers> {
  const benches: WireBench[] = [];
  const servers = new Map<TestMajor, ZooServer>();
  const dispose = async () => {
    await Promise.all(benches.map((bench) => bench.dispose()));
  };
  const open = async (major: TestMajor) => {
    const bench = await openSharedBench(testImageOf(major));
    benches.push(bench);
    servers.set(major, await fill(bench));
  };
  const opened = await Promise.allSettled(testMajors.map(open));
  for (const one of opened) {
    if (one.status === 'fulfilled') continue;
    await dispose();
    throw one.reason;
  }
  return {
    of(major) {
      const server = servers.get(major);
      if (server === undefined) throw new Error(`no server of ${major}`);
      return server;
    },
    dispose,
  };
}

async function fill(bench: WireBench): Promise<ZooServer> {
  const zoo = bench.target.credentials.database;
  const databases = { zoo, copy: `${zoo}_copy` };
  await bench.psql(`CREATE DATABASE ${databases.copy}`);
  const session = await bench.connect();
  const copy = await bench.connect({ database: databases.copy });
  const { prelude, relations } = relationZoo(session.serverVersionNumber);
  for (const statement of [...prelude, ...relations]) await session.query(statement);
  for (const statement of prelude) await copy.query(statement);
  return { bench, databases, session, copy };
}
