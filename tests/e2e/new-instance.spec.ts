import { once } from 'node:events';
import { createServer } from 'node:net';
import { docker } from '../support/docker-cli.ts';
import { expect, test } from './fixtures.ts';

test('fields are checked while typing, with the equivalent command beside them', async ({
  app,
  prefix,
  shoot,
}) => {
  const form = await app.newInstance();
  await expect(form.field('Password')).not.toHaveValue('');
  await expect(app.page.getByRole('main')).toContainText('docker run');
  await shoot('form');
  await form.field('Name').fill('-bad name');
  await expect(form.field('Name')).toHaveAttribute('aria-invalid', 'true');
  await shoot('bad-name');
  await docker('create', '--name', `${prefix}-taken`, 'postgres:16');
  await form.field('Name').fill(`${prefix}-taken`);
  await expect(form.field('Name')).toHaveAttribute('aria-invalid', 'true');
  await form.field('Name').fill(`${prefix}-free`);
  await expect(form.field('Name')).not.toHaveAttribute('aria-invalid', 'true');
  await expect(app.page.getByRole('main')).toContainText(`--name ${prefix}-free`);
});

test('a taken port is named with its holder, and the next free one is offered', async ({ app, shoot }) => {
  const listener = createServer();
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  try {
    const form = await app.newInstance();
    await form.field('Host port').fill(String(port));
    await expect(form.field('Host port')).toHaveAttribute('aria-invalid', 'true');
    await expect(app.page.getByRole('main')).toContainText(/taken by (?!another program)/);
    await shoot('port-taken');
    await app.page.getByRole('button', { name: /^Use \d+/ }).click();
    await expect(form.field('Host port')).not.toHaveAttribute('aria-invalid', 'true');
  } finally {
    listener.close();
  }
});

test('a failing init script is shown with its lines; nothing is left behind, nothing typed is lost', async ({
  app,
  prefix,
  shoot,
}) => {
  const name = `${prefix}-broken`;
  const form = await app.newInstance();
  await form.field('Name').fill(name);
  await form.field('Init scripts').setInputFiles({
    name: '01-schema.sql',
    mimeType: 'application/sql',
    buffer: Buffer.from('create table ok (n int);\nselect no_such_function();\n'),
  });
  await form.create();
  await expect(app.page.getByRole('main')).toContainText('no_such_function');
  await shoot('failing-script');
  await expect(form.field('Name')).toHaveValue(name);
  expect(await docker('ps', '-aq', '--filter', `name=${name}`)).toBe('');
  expect(await docker('volume', 'ls', '-q', '--filter', `name=${name}`)).toBe('');
});

test('an image that is not here and cannot be pulled is an error at the field', async ({
  app,
  prefix,
  shoot,
}) => {
  const form = await app.newInstance();
  await form.field('Name').fill(`${prefix}-db`);
  await form.field('Image').fill('127.0.0.1:9/no/such-postgres:1');
  await form.create();
  await expect(form.field('Image')).toHaveAttribute('aria-invalid', 'true');
  await shoot('no-image');
  expect(await docker('ps', '-aq', '--filter', `name=${prefix}-db`)).toBe('');
});

test('a choice that was just made is not called empty before anything could be picked', async ({
  app,
  prefix,
  shoot,
}) => {
  const volume = `${prefix}-given`;
  await docker('volume', 'create', volume);
  const form = await app.newInstance();
  const main = app.page.getByRole('main');
  await form.field('Existing volume').check();
  await expect(form.field('Volume')).toBeVisible();
  await expect(main).not.toContainText('This is needed.');
  await expect(main).not.toContainText('to put right');
  await form.create();
  await expect(main).toContainText('This is needed.');
  await expect(form.field('Volume')).toBeFocused();
  await form.field('Volume').click();
  await expect(app.page.getByRole('option').filter({ hasText: volume })).toContainText('Empty');
  await shoot('existing-volume');
  await app.page.getByRole('option').filter({ hasText: volume }).click();
  await expect(main).not.toContainText('This is needed.');

  await form.field('Folder').check();
  const folder = app.page.getByRole('textbox', { name: 'Folder' });
  await folder.focus();
  await expect(main).not.toContainText('This is needed.');
  await form.field('Name').focus();
  await expect(main).toContainText('This is needed.');
});
