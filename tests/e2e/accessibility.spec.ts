import { docker } from '../support/docker-cli.ts';
import { testImage } from '../support/test-image.ts';
import { expect, test } from './fixtures.ts';
import { SqlConsole } from './pages/sql-console.ts';
import { violations } from './violations.ts';

for (const theme of ['light', 'dark'] as const) {
  test(`every screen meets WCAG AA in the ${theme} theme`, async ({ app, prefix, shoot }) => {
    test.slow();
    await app.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const name = `${prefix}-db`;
    await docker('run', '-d', '--name', name, '-e', 'POSTGRES_PASSWORD=x', testImage);
    await docker(
      'run',
      '-d',
      '--name',
      `${prefix}-mem`,
      '--tmpfs',
      '/var/lib/postgresql/data',
      '-e',
      'POSTGRES_PASSWORD=x',
      testImage,
    );
    await expect(app.row('Instances', name)).toContainText('Running');
    for (const place of ['Instances', 'Containers', 'Volumes', 'Activity', 'Settings'] as const) {
      await app.go(place);
      await app.page.getByRole('heading', { level: 1 }).waitFor();
      await shoot(`${theme}-${place}`);
      expect.soft(await violations(app), place).toEqual([]);
    }
    await app.newInstance();
    await expect(app.page.getByRole('main')).toContainText('docker run');
    await shoot(`${theme}-New instance`);
    expect.soft(await violations(app), 'New instance').toEqual([]);
    const instance = await app.openInstance(name);
    for (const tab of ['Overview', 'Logs', 'Restore points', 'Inspect'] as const) {
      await instance.tab(tab);
      await shoot(`${theme}-${tab}`);
      expect.soft(await violations(app), tab).toEqual([]);
    }
    await instance.button('Remove').click();
    await instance.dialog('Remove').waitFor();
    await shoot(`${theme}-Remove`);
    expect.soft(await violations(app), 'Remove').toEqual([]);
    await app.page.keyboard.press('Escape');
    await app.page.keyboard.press('Control+k');
    await app.page.getByRole('dialog', { name: 'Command palette' }).waitFor();
    expect.soft(await violations(app), 'Command palette').toEqual([]);
    await app.page.keyboard.press('Escape');
    await app.go('Instances');
    await app.page.getByRole('button', { name: `Actions for ${name}` }).click();
    await app.page.getByRole('menuitem', { name: 'Remove' }).waitFor();
    expect.soft(await violations(app), 'Actions').toEqual([]);
    await app.page.keyboard.press('Escape');
    await app.page.getByRole('button', { name: 'Load image from file…' }).click();
    await app.page.getByRole('dialog', { name: 'Load image from file…' }).waitFor();
    await shoot(`${theme}-Load image`);
    expect.soft(await violations(app), 'Load image').toEqual([]);
  });
}

test('the SQL console meets WCAG AA in both themes, whatever it shows', async ({ app, prefix, shoot }) => {
  test.slow();
  const { page } = app;
  const check = async (state: string) => {
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await shoot(`sql-${theme}-${state}`);
      expect.soft(await violations(app), `${state}, ${theme}`).toEqual([]);
    }
  };
  const sql = await SqlConsole.start(app, `${prefix}-db`);
  await check('empty');
  await sql.runAll("create table t (id int, name text); insert into t values (1, 'é'), (2, null); table t");
  await expect(sql.cell('é')).toBeVisible();
  await check('result');
  await sql.cell('é').click();
  await page.keyboard.press('Enter');
  await page.getByRole('complementary', { name: 'Cell viewer' }).waitFor();
  await sql.button('Find').click();
  await page.getByRole('textbox', { name: 'Find in result' }).waitFor();
  await check('cell viewer and find');
  await sql.button('Export').click();
  await sql.dialog('Export result').waitFor();
  await check('export');
  await page.keyboard.press('Escape');
  await sql.runAll('\\d t');
  await page.getByRole('heading', { name: 'Table "public.t"' }).waitFor();
  await check('described');
  await sql.write('select name, count(*) from t group by name');
  await sql.button('Explain').click();
  await page.getByRole('treegrid', { name: 'Query plan' }).waitFor();
  await check('plan');
  await sql.runAll("begin;\n-- a comment\nselect id, 'text', 1.5, nope from t");
  await expect(sql.transaction).toHaveText('Failed transaction');
  await page.keyboard.press('ControlOrMeta+f');
  await check('error and search');
  await page.keyboard.press('Escape');
  await sql.button('Rollback').first().click();
  await expect(sql.transaction).toHaveText('Idle · autocommit');
  await sql.tab('Log').click();
  await sql.button('History').click();
  await expect(page.getByRole('region', { name: 'History' }).getByRole('listitem').first()).toBeVisible();
  await check('log and history');
  await sql.runAll('update t set name = :new; drop table t');
  await sql.dialog('Values').getByLabel(':new', { exact: true }).press('Enter');
  await sql.dialog('Run this?').waitFor();
  await check('question');
  await page.keyboard.press('Escape');
  await sql.button('Console settings').click();
  await page.getByRole('menuitem', { name: 'Read-only' }).waitFor();
  await check('settings');
});
