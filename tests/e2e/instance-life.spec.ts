import { docker } from '../support/docker-cli.ts';
import { query } from '../support/query.ts';
import { expect, test } from './fixtures.ts';

test('a person makes an instance, connects, reads its logs, and carries it through its life', async ({
  app,
  prefix,
  shoot,
}) => {
  const name = `${prefix}-db`;
  const instance = await app.createInstance(name);
  await expect(instance.state('Running · healthy')).toBeVisible();
  await shoot('overview');

  const uri = await instance.copy('Copy URI');
  const [version] = await query(
    uri,
    'create table kept (n int)',
    'insert into kept values (1), (2)',
    'show server_version',
  );
  expect(version?.server_version).toMatch(/^\d+/);

  await instance.tab('Logs');
  await expect(app.page.getByRole('log', { name: 'Container logs' })).toContainText(
    'database system is ready to accept connections',
  );
  await shoot('logs');
  await instance.tab('Inspect');
  await expect(app.page.getByRole('main')).toContainText('POSTGRES_USER');
  await expect(app.page.getByRole('main')).not.toContainText(new URL(uri).password);
  await shoot('inspect');

  await app.go('Volumes');
  await expect(app.row('Volumes', `${name}-data`)).toContainText('In use');
  await shoot('volumes');

  await app.openInstance(name);
  await instance.button('Stop').click();
  await expect(instance.state('Stopped')).toBeVisible();
  await shoot('stopped');
  await instance.button('Start').click();
  await expect(instance.state('Running · healthy')).toBeVisible();
  await instance.button('Restart').click();
  await expect(app.toast(/restarted/i)).toBeVisible();
  await expect(instance.state('Running · healthy')).toBeVisible();

  const before = await docker('inspect', '-f', '{{.Id}}', name);
  await instance.button('Recreate container').click();
  await shoot('recreate-dialog');
  await instance.dialog('Recreate container').getByRole('button', { name: 'Recreate container' }).click();
  await expect(app.toast(/recreated/i)).toBeVisible();
  await expect(instance.state('Running · healthy')).toBeVisible();
  expect(await docker('inspect', '-f', '{{.Id}}', name)).not.toBe(before);
  expect(await query(uri, 'select count(*)::int as n from kept')).toEqual([{ n: 2 }]);

  await instance.button('Remove').click();
  await expect(instance.dialog('Remove')).toContainText(`${name}-data`);
  await shoot('remove-dialog');
  await instance.dialog('Remove').getByRole('button', { name: 'Remove', exact: true }).click();
  await app.go('Instances');
  await expect(app.table('Instances').getByRole('link', { name, exact: true })).toBeHidden();
  expect(await docker('volume', 'ls', '-q', '--filter', `name=${name}-data`)).toBe(`${name}-data`);
  await app.go('Volumes');
  await expect(app.row('Volumes', `${name}-data`)).toContainText('Unused');
});
