import { docker } from './docker-cli.ts';
import { testImage } from './test-image.ts';
import { waitFor } from './wait-for.ts';

/** What people type today: `docker run`, then `pg_isready` until it answers over TCP. */
export async function runPlainPostgres(name: string, volume: string): Promise<void> {
  await docker(
    'run',
    '-d',
    '--name',
    name,
    '-e',
    'POSTGRES_PASSWORD=plain',
    '-p',
    '127.0.0.1:0:5432',
    '-v',
    `${volume}:/var/lib/postgresql/data`,
    testImage,
  );
  await waitFor('pg_isready', () =>
    docker('exec', name, 'pg_isready', '-h', '127.0.0.1', '-U', 'postgres').catch(() => null),
  );
}
