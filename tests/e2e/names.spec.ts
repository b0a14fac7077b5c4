import { docker } from '../support/docker-cli.ts';
import { testImage } from '../support/test-image.ts';
import { expect, test } from './fixtures.ts';

test('places, lists and tabs are found by the names of the manual', async ({ app, prefix }) => {
  const name = `${prefix}-db`;
  await docker('run', '-d', '--name', name, '-e', 'POSTGRES_PASSWORD=x', testImage);
  const { page } = app;
  const main = page.getByRole('main');
  await expect(page.getByRole('status', { name: 'Engine' })).toContainText('Docker');
  const places = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
  await expect(places).toHaveText([/^Instances/, /^Containers/, /^Volumes/, /^Activity/, /^Settings/]);
  await expect(page.getByRole('button', { name: 'Command palette' })).toBeVisible();

  const row = app.row('Instances', name);
  await expect(row.getByRole('link', { name, exact: true })).toBeVisible();
  await expect(row.getByRole('button', { name: `Stop ${name}`, exact: true })).toBeVisible();
  await row.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
  const entries = [
    'Open',
    'Show logs',
    'Copy URI',
    'Restart',
    'Recreate container',
    'Reset volume',
    'Remove',
  ];
  for (const entry of entries) await expect(page.getByRole('menuitem', { name: entry })).toBeVisible();
  await page.keyboard.press('Escape');

  const instance = await app.openInstance(name);
  for (const action of ['Start', 'Stop', 'Restart', 'Recreate container', 'Reset volume', 'Remove']) {
    await expect(instance.button(action)).toBeVisible();
  }
  for (const action of ['Copy URI', 'Copy psql', 'Copy .env', 'Show password']) {
    await expect(instance.button(action)).toBeVisible();
  }
  await instance.tab('SQL');
  await expect(main.getByRole('textbox', { name: 'SQL editor' })).toBeVisible();
  await expect(main.getByRole('tab', { name: 'Query 1', exact: true })).toBeVisible();
  await expect(main.getByRole('combobox', { name: 'Database' })).toBeVisible();
  for (const action of ['New query', 'Run', 'Run all', 'Explain', 'Format', 'Open file', 'History']) {
    await expect(instance.button(action)).toBeVisible();
  }
  await instance.tab('Logs');
  await expect(main.getByRole('log', { name: 'Container logs' })).toBeVisible();
  await expect(instance.button('Follow')).toHaveAttribute('aria-pressed', 'true');
  await expect(instance.button('Copy')).toBeVisible();
  await instance.tab('Restore points');
  await instance.tab('Inspect');
  await expect(main.getByRole('searchbox', { name: 'Search' })).toBeVisible();

  await app.go('Volumes');
  await expect(app.table('Volumes')).toBeVisible();
  await expect(instance.button('Empty restore points')).toBeVisible();
  await app.go('Containers');
  await expect(app.row('Containers', name).getByRole('button', { name: `Stop ${name}` })).toBeVisible();
});

test('the fields of New instance are found by the names of the manual', async ({ app }) => {
  const form = await app.newInstance();
  const main = app.page.getByRole('main');
  for (const field of ['Name', 'User', 'Password', 'Database', 'Host port']) {
    await expect(main.getByRole('textbox', { name: field, exact: true })).toBeVisible();
  }
  await expect(main.getByRole('combobox', { name: 'Image', exact: true })).toBeVisible();
  for (const field of ['Reachable from', 'Restart policy', 'Network']) {
    await expect(main.getByRole('combobox', { name: field, exact: true })).toBeVisible();
  }
  const storage = main.getByRole('radiogroup', { name: 'Storage' }).getByRole('radio');
  await expect(storage).toHaveCount(5);
  for (const kind of ['Named volume', 'Existing volume', 'Folder', 'Anonymous volume', 'Memory']) {
    await expect(main.getByRole('radio', { name: kind, exact: true })).toBeVisible();
  }
  await expect(main.getByLabel('Init scripts')).toHaveAttribute('type', 'file');
  await expect(main.getByRole('checkbox', { name: 'Health check' })).toBeChecked();
  await expect(main.getByRole('group', { name: 'Parameters' })).toBeVisible();
  await expect(form.createButton).toBeEnabled();

  await expect(form.field('Password')).toHaveAttribute('type', 'password');
  await main.getByRole('button', { name: 'Show password' }).click();
  await expect(form.field('Password')).toHaveAttribute('type', 'text');
});

test('a long name leaves the header whole, in every language', async ({ app, prefix, shoot }) => {
  const name = `${prefix}-${'long-'.repeat(12)}`.slice(0, 63).replace(/-$/, 'x');
  const short = `${prefix}-db`;
  for (const one of [name, short]) {
    await docker('create', '--name', one, '-e', 'POSTGRES_PASSWORD=x', testImage);
  }
  await app.go('Settings');
  for (const [label, option, lang] of [
    ['Language', 'Bahasa Indonesia', 'id'],
    ['Bahasa', 'Português (Brasil)', 'pt-BR'],
  ] as const) {
    await app.page.evaluate(() => {
      location.hash = '/settings';
    });
    await app.page.getByLabel(label, { exact: true }).click();
    await app.page.getByRole('option', { name: option }).click();
    await expect(app.page.locator('html')).toHaveAttribute('lang', lang);
    for (const one of [name, short]) {
      await app.page.evaluate((path) => {
        location.hash = path;
      }, `/instances/${one}`);
      const title = app.page.getByRole('heading', { level: 1, name: one, exact: true });
      await expect(title).toHaveAttribute('title', one);
      const header = app.page.getByRole('main').locator('header').first();
      await expect(header.getByRole('button')).toHaveCount(6);
      await shoot(`${lang}-${one === short ? 'short' : 'long'}`);
      const fits = await header.evaluate((bar) => bar.scrollWidth <= bar.clientWidth);
      expect(fits, `${lang}: ${one}`).toBe(true);
      if (one !== short) continue;
      const missingPx = await title.evaluate((box) => {
        const text = document.createRange();
        text.selectNodeContents(box);
        return text.getBoundingClientRect().width - box.getBoundingClientRect().width;
      });
      expect(missingPx, lang).toBeLessThanOrEqual(0.01);
    }
  }
});
