import { query } from '../support/query.ts';
import { expect, test } from './fixtures.ts';

test('Reset volume gives a fresh database, Undo reset brings the old data back', async ({
  app,
  prefix,
  shoot,
}) => {
  const name = `${prefix}-db`;
  const instance = await app.createInstance(name);
  const uri = await instance.copy('Copy URI');
  await query(
    uri,
    'create table customers (id int primary key, name text)',
    "insert into customers values (1, 'John'), (2, 'Bagus'), (3, 'Tenxi')",
  );

  await instance.button('Reset volume').click();
  const dialog = instance.dialog('Reset volume');
  await expect(dialog).toContainText(/3 rows/);
  await expect(dialog).toContainText('docker volume create');
  await shoot('reset-dialog');
  await dialog.getByRole('button', { name: 'Reset volume' }).click();

  const toast = app.toast(/3 rows before, 0 after/);
  await expect(toast).toBeVisible();
  await shoot('reset-toast');
  expect(await query(uri, "select to_regclass('customers') as t")).toEqual([{ t: null }]);
  await query(uri, 'create table after_reset (n int)', 'insert into after_reset values (7)');

  await toast.getByRole('button', { name: 'Undo reset' }).click();
  await expect(app.toast(/back/i)).toBeVisible();
  await expect(toast).toBeHidden();
  expect(await query(uri, 'select name from customers order by id')).toEqual([
    { name: 'John' },
    { name: 'Bagus' },
    { name: 'Tenxi' },
  ]);

  await instance.tab('Restore points');
  await shoot('restore-points');
  await app.page
    .getByRole('main')
    .getByRole('button', { name: /Undo reset|Put back/ })
    .first()
    .click();
  await expect
    .poll(() => query(uri, "select to_regclass('after_reset')::text as t").catch(() => []))
    .toEqual([{ t: 'after_reset' }]);
  await app.go('Activity');
  await shoot('activity');
});

test('a reset without a restore point asks to type the name', async ({ app, prefix, shoot }) => {
  const name = `${prefix}-db`;
  const instance = await app.createInstance(name);
  await instance.button('Reset volume').click();
  const dialog = instance.dialog('Reset volume');
  await dialog.getByRole('checkbox').uncheck();
  const confirm = dialog.getByRole('button', { name: 'Reset volume' });
  await expect(confirm).toBeDisabled();
  await shoot('typed-name');
  await dialog.getByRole('textbox').fill(name);
  await expect(confirm).toBeEnabled();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
});
