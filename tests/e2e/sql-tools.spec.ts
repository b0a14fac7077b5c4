import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from './fixtures.ts';
import { SqlConsole } from './pages/sql-console.ts';

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'howdah-sql-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

test('commands of psql, parameters, dangers and history', async ({ app, prefix, shoot }) => {
  const sql = await SqlConsole.start(app, `${prefix}-tools`);
  const { page } = sql;
  await sql.runAll(`create table customers (id int primary key, name text);
insert into customers select n, 'name ' || n from generate_series(1, 12345) n;
create schema old; create table old."Order Items" (n int);`);
  await expect(sql.outcome).toContainText('4 statements');
  await sql.runAll('\\dt');
  await expect(sql.cell('customers')).toBeVisible();
  await shoot('dt');
  await sql.runAll('\\d customers');
  await expect(page.getByRole('main')).toContainText('Table "public.customers"');
  await expect(page.getByRole('main')).toContainText('"customers_pkey" PRIMARY KEY, btree (id)');
  await shoot('d customers');
  await sql.runAll('\\nonsense');
  await expect(sql.alert).toContainText('\\nonsense: not supported here.');

  await sql.run("select :who || '!' as greeting, :number::int is null as nothing");
  const values = sql.dialog('Values');
  await values.getByLabel(':who', { exact: true }).fill("O'Brien");
  await values.getByLabel('NULL for :number').check();
  await shoot('parameters');
  await values.getByLabel(':who', { exact: true }).press('Enter');
  await expect(sql.cell("O'Brien!")).toBeVisible();
  await expect(sql.cell('t')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(values.getByLabel(':who', { exact: true })).toHaveValue("O'Brien");
  await page.keyboard.press('Escape');
  await expect(values).toBeHidden();

  await sql.run('delete from customers');
  const question = sql.dialog('Run this?');
  await expect(question).toContainText('This will delete all 12,345 rows of customers.');
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await shoot('danger');
  await page.keyboard.press('Enter');
  await expect(question).toBeHidden();
  await page.keyboard.press('ControlOrMeta+Enter');
  await question.getByRole('button', { name: 'Run anyway' }).click();
  await expect(sql.outcome).toContainText('1 statement');
  await sql.run('select count(*) from customers');
  await expect(sql.cell('0')).toBeVisible();

  await sql.write('select ');
  await sql.button('History').click();
  const history = page.getByRole('region', { name: 'History' });
  await expect(history.getByLabel('Search history')).toBeFocused();
  await page.keyboard.type('GREETING');
  await expect(history.getByRole('listitem')).toHaveCount(1);
  await shoot('history');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await sql.expectText("select select :who || '!' as greeting, :number::int is null as nothing");
  await expect(sql.cell('0')).toBeVisible();
  await history.getByRole('button', { name: 'Clear history' }).click();
  await sql.dialog('Clear history').getByRole('button', { name: 'Clear history' }).click();
  await expect(history).toContainText('No statement contains this');
  await history.getByRole('button', { name: 'Close history' }).click();
  await expect(sql.editor).toBeFocused();
});

test('completion, formatting and settings', async ({ app, prefix, shoot }) => {
  const sql = await SqlConsole.start(app, `${prefix}-write`);
  const { page } = sql;
  await sql.runAll('create table customers (id int, "Full Name" text); create table orders (total numeric)');
  await expect(sql.outcome).toContainText('2 statements');
  await sql.write('select  from customers c');
  await page.keyboard.press('Home');
  for (let step = 0; step < 'select '.length; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.type('c.');
  const offered = page.getByRole('listbox', { name: 'Completions' });
  // What a statement changed is known a moment after it.
  await expect(async () => {
    await page.keyboard.press('Control+Space');
    await expect(offered.getByRole('option')).toHaveCount(2, { timeout: 1_000 });
  }).toPass();
  await expect(offered.getByRole('option')).toHaveText([/id\s*integer/, /"Full Name"\s*text/]);
  await shoot('completion');
  await page.keyboard.type('fu');
  await expect(offered.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await sql.expectText('select c."Full Name" from customers c');
  await page.keyboard.press('Alt+Shift+f');
  await sql.expectText('select\n  c."Full Name"\nfrom\n  customers c');
  await page.keyboard.press('ControlOrMeta+z');
  await sql.expectText('select c."Full Name" from customers c');
  await sql.write('select (1');
  await sql.button('Format').click();
  await expect(app.toast('It could not be formatted')).toBeVisible();
  await sql.expectText('select (1');

  await sql.setting('Statement timeout');
  await sql.dialog('Statement timeout').getByLabel('Seconds').fill('0.2');
  await page.keyboard.press('Enter');
  await sql.run('select pg_sleep(30)');
  await expect(sql.alert).toContainText('It took longer than the statement timeout');
  await sql.setting('Read-only');
  await sql.run('insert into orders values (1)');
  await expect(sql.alert).toContainText('read-only');
  await sql.alert.getByRole('button', { name: 'Switch off read-only' }).click();
  await sql.run('insert into orders values (1)');
  await expect(sql.outcome).toContainText('1 statement');
  await sql.setting('Copy psql command');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain(`${prefix}-write psql`);
});

test('a file runs whole or opens in the editor, and the keyboard reaches everything', async ({
  app,
  prefix,
  shoot,
}) => {
  const sql = await SqlConsole.start(app, `${prefix}-file`);
  const { page } = sql;
  const script = join(folder, 'dump.sql.gz');
  const rows = Array.from({ length: 200_000 }, (_, n) => `${n}\tname ${n}`).join('\n');
  await writeFile(
    script,
    gzipSync(
      `create table t (n int, name text);\ncopy t from stdin;\n${rows}\n\\.\nselect count(*) from t;\n`,
    ),
  );
  const chooser = page.waitForEvent('filechooser');
  await sql.editor.focus();
  await page.keyboard.press('ControlOrMeta+o');
  await (await chooser).setFiles(script);
  const dialog = sql.dialog('Open file');
  await expect(dialog).toContainText('dump.sql.gz');
  await expect(dialog.getByRole('button', { name: 'Open in editor' })).toBeDisabled();
  await dialog.getByLabel('In one transaction').check();
  await shoot('file');
  await dialog.getByRole('button', { name: 'Run file' }).click();
  await expect(sql.cell('200000')).toBeVisible();
  await sql.tab('Log').click();
  await expect(sql.log).toContainText('The file was run to its end. (dump.sql.gz)');
  await shoot('file done');

  await writeFile(join(folder, 'small.sql'), "select 'é' as small;\n");
  const again = page.waitForEvent('filechooser');
  await sql.button('Open file').click();
  await (await again).setFiles(join(folder, 'small.sql'));
  await dialog.getByRole('button', { name: 'Open in editor' }).click();
  await sql.expectText("select 'é' as small;\n");

  await sql.editor.focus();
  await page.keyboard.press('Tab');
  await expect(sql.editor).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(sql.editor).not.toBeFocused();
  const splitter = page.getByRole('separator', { name: 'Size of the editor' });
  await splitter.focus();
  const before = Number(await splitter.getAttribute('aria-valuenow'));
  await page.keyboard.press('ArrowDown');
  await expect(splitter).not.toHaveAttribute('aria-valuenow', String(before));
  await sql.button('New query').focus();
  await page.keyboard.press('Enter');
  await expect(sql.tab('Query 2')).toHaveAttribute('aria-selected', 'true');
  await sql.tab('Query 2').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(sql.tab('Query 1')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(sql.tab('Query 1')).toBeHidden();
  await expect(sql.tab('Query 2')).toHaveAttribute('aria-selected', 'true');
});
