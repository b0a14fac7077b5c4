import { docker } from '../support/docker-cli.ts';
import { testImage } from '../support/test-image.ts';
import { expect, test } from './fixtures.ts';

const markup = '<img src=x onerror="window.hacked=1">';
const bidi = 'safe\u202egnp.exe';

test('markup, bidi and control characters from containers are shown as text', async ({
  app,
  prefix,
  shoot,
}) => {
  const name = `${prefix}-hostile`;
  await docker(
    'run',
    '-d',
    '--name',
    name,
    '-e',
    'POSTGRES_PASSWORD=x',
    '--label',
    `com.docker.compose.project=${markup}`,
    '--label',
    `com.docker.compose.service=${bidi}`,
    testImage,
  );
  await expect(app.row('Instances', name)).toContainText(markup);
  await expect(app.row('Instances', name)).toContainText('Running');
  await docker(
    'exec',
    name,
    'psql',
    '-h',
    '127.0.0.1',
    '-U',
    'postgres',
    '-c',
    `select 1 as "${markup}" from nowhere_${bidi}`,
  ).catch(() => undefined);
  const instance = await app.openInstance(name);
  await instance.tab('Logs');
  await expect(app.page.getByRole('log', { name: 'Container logs' })).toContainText('onerror');
  await shoot('hostile-log');
  await instance.tab('Inspect');
  await expect(app.page.getByRole('main')).toContainText('onerror');
  expect(await app.page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(await app.page.locator('img[src=x]').count()).toBe(0);
});
