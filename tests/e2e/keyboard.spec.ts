import { docker } from '../support/docker-cli.ts';
import { testImage } from '../support/test-image.ts';
import { expect, test } from './fixtures.ts';

test('an instance is found, stopped and started by keyboard alone', async ({ app, prefix, shoot }) => {
  const name = `${prefix}-db`;
  await docker('run', '-d', '--name', name, '-e', 'POSTGRES_PASSWORD=x', testImage);
  await expect(app.row('Instances', name)).toContainText('Running');
  const { keyboard } = app.page;
  await keyboard.press('Control+k');
  const palette = app.page.getByRole('dialog', { name: 'Command palette' });
  await expect(palette).toBeVisible();
  await keyboard.type(name);
  await shoot('palette');
  await keyboard.press('Enter');
  await expect(app.page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  await expect(palette).toBeHidden();

  const stop = app.page.getByRole('main').getByRole('button', { name: 'Stop', exact: true });
  await stop.focus();
  await keyboard.press('Enter');
  const start = app.page.getByRole('main').getByRole('button', { name: 'Start', exact: true });
  await expect(start).toBeEnabled();
  await start.focus();
  await keyboard.press('Space');
  await expect(stop).toBeEnabled();

  const remove = app.page.getByRole('main').getByRole('button', { name: 'Remove', exact: true });
  await remove.focus();
  await keyboard.press('Enter');
  const dialog = app.page.getByRole('dialog').or(app.page.getByRole('alertdialog'));
  await expect(dialog).toBeVisible();
  await shoot('focus-in-dialog');
  await keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(remove).toBeFocused();
});
