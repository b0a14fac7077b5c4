import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docker } from '../support/docker-cli.ts';
import { testImage } from '../support/test-image.ts';
import { expect, test } from './fixtures.ts';

/** A container that stays in its initialisation for a minute. */
async function startInitialising(name: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'howdah-init-'));
  await writeFile(join(folder, '01-slow.sql'), 'create table half (n int);\nselect pg_sleep(60);\n', {
    mode: 0o644,
  });
  await docker('create', '--name', name, '-e', 'POSTGRES_PASSWORD=x', '--stop-timeout', '1', testImage);
  await docker('cp', join(folder, '01-slow.sql'), `${name}:/docker-entrypoint-initdb.d/01-slow.sql`);
  await rm(folder, { recursive: true });
  await docker('start', name);
}

test('stopping during initialisation asks first, and marks what it leaves', async ({
  app,
  prefix,
  shoot,
}) => {
  const name = `${prefix}-db`;
  await startInitialising(name);
  const row = app.row('Instances', name);
  await expect(row).toContainText('Initialising');

  const stop = row.getByRole('button', { name: `Stop ${name}` });
  await stop.click();
  const dialog = app.page.getByRole('alertdialog', { name: 'Stop during initialisation' });
  await expect(dialog).toContainText('half-made');
  await shoot('asked');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  expect(await docker('inspect', '-f', '{{.State.Running}}', name)).toBe('true');

  await stop.click();
  await dialog.getByRole('button', { name: 'Stop anyway' }).click();
  await expect(row).toContainText('Stopped');
  await expect(row).toContainText('half-initialised');
  await shoot('half-initialised');
  await app.openInstance(name);
  await expect(app.page.getByRole('note').filter({ hasText: 'Half initialised' })).toBeVisible();
  await expect(app.page.getByRole('main')).toContainText('It may start with half a schema.');
  await shoot('half-initialised-instance');
});
