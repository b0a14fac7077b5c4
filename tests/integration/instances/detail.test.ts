import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ImageConfigCache } from '../../../src/main/images/image-config-cache.ts';
import { inspectView } from '../../../src/main/instances/inspect-view.ts';
import { instanceDetail } from '../../../src/main/instances/instance-detail.ts';
import { docker } from '../../support/docker-cli.ts';
import { type InstancesBench, openInstancesBench } from '../../support/instances-bench.ts';
import { testImage } from '../../support/test-image.ts';

let bench: InstancesBench;
let folder: string;
beforeAll(async () => {
  bench = await openInstancesBench();
  folder = await mkdtemp(join(tmpdir(), 'howdah-init-'));
  await writeFile(join(folder, '10-mounted.sql'), 'SELECT 1;');
});
afterAll(async () => {
  await bench.dispose();
  await rm(folder, { recursive: true });
});

const detailOf = (name: string) => instanceDetail({ ...bench, images: new ImageConfigCache() }, name);

test('tells networks, policies, scripts and the command that makes the same container', async () => {
  const name = `${bench.prefix}detail`;
  const network = `${bench.prefix}net`;
  await docker('network', 'create', network);
  await docker(
    ...['create', '--name', name, '-e', "POSTGRES_PASSWORD=se'cret", '-e', 'POSTGRES_DB=shop'],
    ...['--network', network, '--network-alias', 'db', '--restart', 'on-failure:3'],
    ...['--health-cmd', "PGPASSWORD=se'cret pg_isready", '-p', '127.0.0.1:0:5432'],
    ...['-v', `${join(folder, '10-mounted.sql')}:/docker-entrypoint-initdb.d/10-mounted.sql:ro`],
    ...['-v', `${bench.prefix}data:/var/lib/postgresql/data`, testImage, 'postgres', '-c', 'work_mem=8MB'],
  );
  await docker('cp', join(folder, '10-mounted.sql'), `${name}:/docker-entrypoint-initdb.d/20 copied.sql`);

  const detail = await detailOf(name);
  expect(detail).toMatchObject({
    instance: { name, state: 'created', storage: { kind: 'named-volume', verdict: 'kept' } },
    networks: [{ name: network, aliases: expect.arrayContaining(['db']) }],
    restartPolicy: 'on-failure:3',
    initScripts: [
      { name: '10-mounted.sql', source: 'mount' },
      { name: '20 copied.sql', source: 'container' },
    ],
  });
  expect(JSON.stringify(detail)).not.toContain("se'cret");
  expect(detail.runCommand).toContain('-e POSTGRES_PASSWORD="$PGPASSWORD"');
  expect(detail.runCommand).toContain('--network-alias db');

  const hidden = JSON.stringify(await inspectView(bench.engine, name, false));
  expect(hidden).not.toContain("se'cret");
  expect(JSON.stringify(await inspectView(bench.engine, name, true))).toContain("se'cret");
});

test('lists a mounted folder of scripts', async () => {
  const name = `${bench.prefix}folder`;
  const options = ['-e', 'POSTGRES_PASSWORD=pw', '-v', `${folder}:/docker-entrypoint-initdb.d:ro`];
  await docker('create', '--name', name, ...options, testImage);
  expect((await detailOf(name)).initScripts).toEqual([{ name: '10-mounted.sql', source: 'mount' }]);
});

test('an unknown name is not found', async () => {
  await expect(detailOf(`${bench.prefix}nobody`)).rejects.toMatchObject({
    appError: { code: 'not-found', kind: 'container' },
  });
});
