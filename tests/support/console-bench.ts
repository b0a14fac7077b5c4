import { docker } from './docker-cli.ts';
import { OwnContainers } from './own-containers.ts';
import { testImage } from './test-image.ts';
import { waitFor } from './wait-for.ts';
import { WatchedConsole } from './watched-console.ts';
import { type TestServices, withServices } from './with-services.ts';

/** One server, and consoles on it through the real services. */
export interface ConsoleBench {
  instance: string;
  call: TestServices['call'];
  services: TestServices['services'];
  /** A new console and its window. */
  open(): Promise<WatchedConsole>;
  /** `docker run` under the same name, as at the beginning. */
  runServer(): Promise<void>;
  /** What psql inside the container answers, as somebody else than the consoles. */
  psql(sql: string): Promise<string>;
  /** Sessions of consoles that the server has. */
  backends(): Promise<number>;
  /** Waits until this statement runs on the server, in the console's own session. */
  isRunning(console: WatchedConsole, query: string): Promise<void>;
  /** Ends the services as the app's end does. */
  disposeServices(): Promise<void>;
  dispose(): Promise<void>;
}

const password = 's3cret';

export async function openConsoleBench(command: string[] = []): Promise<ConsoleBench> {
  const containers = new OwnContainers();
  const instance = containers.name('console');
  const runServer = async () => {
    const options = [
      '-d',
      '--name',
      instance,
      '-e',
      `POSTGRES_PASSWORD=${password}`,
      '-p',
      '127.0.0.1::5432',
    ];
    await containers.run(...options, testImage, '-c', 'fsync=off', ...command);
    await waitFor('the server', () =>
      docker('exec', instance, 'pg_isready', '-q', '-h', '127.0.0.1').then(
        () => true,
        () => null,
      ),
    );
  };
  await runServer();
  const { services, end } = await startServices();
  const windows: WatchedConsole[] = [];
  let ended: Promise<void> | null = null;
  const disposeServices = async () => {
    ended ??= end();
    await ended;
  };
  const psql = (sql: string) => docker('exec', instance, 'psql', '-U', 'postgres', '-AtXqc', sql);
  return {
    ...{ instance, ...services, runServer, disposeServices, psql },
    async open() {
      const { id } = await services.call.consoles.create({ instance });
      const window = await WatchedConsole.open(services.call, id);
      windows.push(window);
      return window;
    },
    async backends() {
      const own = "application_name like 'howdah console%'";
      return Number(await psql(`select count(*) from pg_stat_activity where ${own}`));
    },
    async isRunning(console, query) {
      await waitFor(`${query} to run`, async () => {
        const pid = console.state?.backendPid;
        if (pid == null) return null;
        const own = `pid = ${pid} and state = 'active'`;
        return (await psql(`select query from pg_stat_activity where ${own}`)) === query || null;
      });
    },
    async dispose() {
      await Promise.all(windows.map((window) => window.dispose()));
      await disposeServices();
      await containers.sweep();
    },
  };
}

/** `withServices`, held open until `end` is called. */
async function startServices(): Promise<{ services: TestServices; end: () => Promise<void> }> {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  return new Promise((resolve, reject) => {
    const over = withServices(async (services) => {
      resolve({
        services,
        end: async () => {
          release();
          await over;
        },
      });
      await held;
    });
    over.catch(reject);
  });
}
