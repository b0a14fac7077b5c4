import { docker } from '../support/docker-cli.ts';
import { testImage } from '../support/test-image.ts';
import { expect, test } from './fixtures.ts';

test('what anyone does with the docker CLI shows up by itself', async ({ app, prefix, shoot }) => {
  const name = `${prefix}-cli`;
  const volume = `${prefix}-cli-vol`;
  await expect(app.engine).toContainText('Docker');

  await docker(
    'run',
    '-d',
    '--name',
    name,
    '-e',
    'POSTGRES_PASSWORD=x',
    '-v',
    `${volume}:/var/lib/postgresql/data`,
    testImage,
  );
  const row = app.row('Instances', name);
  await expect(row).toContainText('Running');
  await expect(row).toContainText('Kept');
  await expect(row).toContainText('not published');
  await shoot('instances');
  await docker('stop', name);
  await expect(row).toContainText('Stopped');
  await docker('start', name);
  await expect(row).toContainText('Running');

  await app.go('Containers');
  await expect(app.row('Containers', name)).toBeVisible();
  await shoot('containers');
  await app.go('Volumes');
  await expect(app.row('Volumes', volume)).toContainText('In use');
  // Read while a container holds the volume: for an orphan a helper container would hold it for a moment.
  await expect(app.row('Volumes', volume)).toContainText('Postgres 16 data');
  await docker('rm', '-f', name);
  await expect(app.row('Volumes', volume)).toContainText('Unused');
  await docker('volume', 'rm', volume);
  await expect(app.row('Volumes', volume)).toBeHidden();
  await app.go('Instances');
  await expect(row).toBeHidden();
});

test('each kind of storage gets its true verdict', async ({ app, prefix, shoot }) => {
  const run = (suffix: string, ...options: string[]) =>
    docker('run', '-d', '--name', `${prefix}-${suffix}`, '-e', 'POSTGRES_PASSWORD=x', ...options, testImage);
  await run('anonymous');
  await run('memory', '--tmpfs', '/var/lib/postgresql/data');
  await run('beside', '-v', `${prefix}-beside-vol:/var/lib/postgresql`);
  await expect(app.row('Instances', `${prefix}-anonymous`)).toContainText('Orphaned on removal');
  await expect(app.row('Instances', `${prefix}-memory`)).toContainText('Memory only');
  await expect(app.row('Instances', `${prefix}-beside`)).toContainText('Not protected');
  await shoot('verdicts');
  const instance = await app.openInstance(`${prefix}-beside`);
  await expect(app.page.getByRole('main')).toContainText('/var/lib/postgresql/data');
  await expect(instance.button('Reset volume')).toBeDisabled();
  await shoot('not-protected');
});
