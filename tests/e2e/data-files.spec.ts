import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docker } from '../support/docker-cli.ts';
import { testImage } from '../support/test-image.ts';
import { waitFor } from '../support/wait-for.ts';
import { expect, test } from './fixtures.ts';
import { DataTab } from './pages/data-tab.ts';
import { ImportDialog } from './pages/import-dialog.ts';
import { violations } from './violations.ts';

const name = `e2e-files-${process.pid}`;
const psql = (...args: string[]) =>
  docker(
    'exec',
    name,
    'psql',
    '-qAtX',
    '-v',
    'ON_ERROR_STOP=1',
    '-U',
    'postgres',
    '-h',
    '127.0.0.1',
    ...args,
  );
const ask = async (query: string) => (await psql('-c', query)).trim();
let folder: string;

const makeCustomers = `
  drop table if exists customers cascade;
  create table customers(id serial primary key, name varchar(100) not null, email varchar(150) unique not null,
    is_active boolean not null default true, created_at timestamp not null default '2025-11-26 15:04:59.72',
    greeting text generated always as ('Hello ' || name) stored);
  insert into customers (name, email, is_active) values ('John', 'john@example.com', true),
    ('Bagus "B"', 'bagus@example.com', false), ('Tenxi, 2', 'tenxi@example.com', true);`;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'howdah-files-'));
  const options = ['-d', '--name', name, '-e', 'POSTGRES_PASSWORD=x', '-p', '127.0.0.1::5432'];
  await docker('run', ...options, testImage, '-c', 'fsync=off');
  await waitFor('the server', () => psql('-c', 'select 1').catch(() => null));
});
test.beforeEach(() => psql('-c', makeCustomers));
test.afterAll(async () => {
  await docker('rm', '-f', '-v', name);
  await rm(folder, { recursive: true, force: true });
});

/** Runs what is shown as an equivalent command, with a file of this content beside it. */
async function runCommand(command: string, file: string, content?: Buffer): Promise<void> {
  if (content !== undefined) {
    await writeFile(join(folder, file), content);
    await docker('cp', join(folder, file), `${name}:/tmp/${file}`);
  }
  await writeFile(join(folder, 'command.sql'), `\\cd /tmp\n${command}\n`);
  await docker('cp', join(folder, 'command.sql'), `${name}:/tmp/command.sql`);
  await psql('-f', '/tmp/command.sql');
}

const german = (...lines: string[]) =>
  Buffer.from(['Name;E-Mail;aktiv;Bemerkung', ...lines, ''].join('\r\n'), 'latin1');

test('a spreadsheet’s file is recognised, imported whole or not at all, and its bad lines are named', async ({
  app,
  shoot,
}) => {
  const data = await DataTab.open(app, name);
  await data.openTable('customers');
  const dialog = await ImportDialog.open(data);
  await shoot('choose');
  const good = ['Jürgen;juergen@example.com;ja;"mit; ""Strichpunkt"""', 'Zoë;zoe@example.com;nein;'];
  const bad = ['Kürzer;k@example.com', 'Nochmal;john@example.com;ja;', ';leer@example.com;ja;'];
  await dialog.choose({ name: 'kunden.csv', content: german(...good, ...bad) });

  await expect(dialog.select('Encoding')).toHaveText('Windows-1252');
  await expect(dialog.select('Delimiter')).toHaveText('Semicolon ;');
  await expect(dialog.root.getByLabel('The first line names the columns')).toBeChecked();
  await expect(dialog.select('Name goes to')).toHaveText('name');
  await expect(dialog.select('E-Mail goes to')).toHaveText('email');
  await expect(dialog.select('aktiv goes to')).toHaveText('Leave out');
  await expect(dialog.preview.getByRole('cell', { name: 'Jürgen' })).toBeVisible();
  await expect(dialog.root).toContainText('Line 4 has 2 fields instead of 4');
  await shoot('recognised');
  expect(await violations(app)).toEqual([]);

  await dialog.pick('Delimiter', 'Comma');
  await expect(dialog.preview.getByRole('cell', { name: 'Jürgen', exact: true })).toBeHidden();
  await dialog.pick('Delimiter', 'Semicolon');
  await dialog.pick('aktiv goes to', 'is_active');
  await dialog.pick('Bemerkung goes to', 'is_active');
  await expect(dialog.root).toContainText('Another column goes there already');
  await expect(dialog.button('Import')).toBeDisabled();
  await dialog.pick('Bemerkung goes to', 'Leave out');

  await dialog.button('Import').click();
  await expect(dialog.alert).toContainText('Nothing was imported');
  await shoot('refused');
  expect(await ask('select count(*) from customers')).toBe('3');

  await dialog.button('Find all bad lines').click();
  await expect(dialog.alert).toContainText('5 lines cannot be imported. No other can. Nothing was imported.');
  const line = (number: number) =>
    dialog.badLines
      .getByRole('row')
      .filter({ has: app.page.getByRole('cell', { name: String(number), exact: true }) });
  await expect(line(2)).toContainText('is_active');
  await expect(line(2)).toContainText('invalid input syntax for type boolean: "ja"');
  await expect(line(4)).toContainText('2 fields instead of 4');
  await shoot('bad-lines');
  expect(await violations(app)).toEqual([]);
  await dialog.pick('aktiv goes to', 'Leave out');
  await dialog.button('Check file').click();
  await expect(dialog.alert).toContainText('3 lines cannot be imported. 2 others can.');
  await expect(line(5)).toContainText('Key (email)=(john@example.com) already exists.');
  await expect(line(6)).toContainText('null value in column "name"');
  const list = app.page.waitForEvent('download');
  await dialog.button('Save list').click();
  const saved = await list;
  expect(saved.suggestedFilename()).toBe('kunden.csv.bad-lines.csv');
  expect((await readFile(await saved.path(), 'utf8')).split('\n')[1]).toBe(
    '4,,2 fields instead of 4,Kürzer;k@example.com',
  );
  expect(await ask('select count(*) from customers')).toBe('3');

  await dialog.choose({ name: 'kunden.csv', content: german(...good) });
  const command = await dialog.command.innerText();
  expect(command).toContain("ENCODING 'WIN1252'");
  await dialog.button('Import').click();
  await expect(dialog.root).toContainText('Imported 2 rows');
  await shoot('imported');
  await dialog.button('Close').click();
  await expect(data.cell(4, 2)).toHaveText('Jürgen');
  const rows = 'select name, email, is_active from customers where id > 3 order by name';
  const imported = await ask(rows);
  expect(imported).toBe('Jürgen|juergen@example.com|t\nZoë|zoe@example.com|t');

  await psql('-c', 'delete from customers where id > 3');
  await runCommand(command, 'kunden.csv', german(...good));
  expect(await ask(rows)).toBe(imported);
});

test('a file is imported by keyboard alone, and the next row gets a free number', async ({ app, shoot }) => {
  const data = await DataTab.open(app, name);
  await data.openTable('customers');
  await data.button('Import CSV').focus();
  await app.page.keyboard.press('Enter');
  await expect(data.dialog('Import CSV into customers')).toBeVisible();
  const chooser = app.page.waitForEvent('filechooser');
  await app.page.keyboard.press('Space');
  const content = 'id,name,email\n40,Ann,ann@example.com\n';
  await (await chooser).setFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
  await expect(app.page.getByLabel('Choose another file')).toBeFocused();
  await expect(app.page.getByLabel('Move the sequence of id beyond the imported values')).toBeChecked();
  await shoot('focus');
  await data
    .dialog(/^Import/)
    .getByRole('button', { name: 'Import', exact: true })
    .focus();
  await app.page.keyboard.press('Enter');
  await expect(data.dialog(/^Import/)).toContainText('The next id is 41.');
  await app.page.keyboard.press('Enter');
  await expect(data.dialog(/^Import/)).toBeHidden();
  await expect(data.button('Import CSV')).toBeFocused();
  await expect(data.cell(4, 2)).toHaveText('Ann');
  expect(await ask("select nextval('customers_id_seq')")).toBe('41');
});

test('nothing is imported of a file that changes on its way, or that is cancelled', async ({
  app,
  shoot,
}) => {
  const data = await DataTab.open(app, name);
  await data.openTable('customers');
  const dialog = await ImportDialog.open(data);
  const path = join(folder, 'moving.csv');
  await writeFile(path, 'name,email\nAnn,ann@example.com\n');
  await dialog.choose(path);
  await expect(dialog.preview).toContainText('ann@example.com');
  await appendFile(path, 'Ben,ben@example.com\n');
  await dialog.button('Import').click();
  await expect(dialog.alert).toContainText('moving.csv was changed or removed since it was chosen');
  await shoot('changed');

  await dialog.choose(path);
  await expect(dialog.preview).toContainText('ben@example.com');
  const lock = psql('-c', 'begin', '-c', 'lock customers', '-c', 'select pg_sleep(600)').catch(() => null);
  await waitFor('the lock', async () =>
    (await ask("select count(*) from pg_stat_activity where query = 'select pg_sleep(600)'")) === '1'
      ? true
      : null,
  );
  await dialog.button('Import').click();
  await expect(dialog.root.getByRole('progressbar', { name: 'Importing' })).toBeVisible();
  await app.page.keyboard.press('Escape');
  await shoot('running');
  await dialog.button('Cancel').click();
  await expect(dialog.root).toContainText('Cancelled. Nothing was imported.');
  await ask("select pg_terminate_backend(pid) from pg_stat_activity where query = 'select pg_sleep(600)'");
  await lock;
  expect(await ask('select count(*) from customers')).toBe('3');
  await dialog.button('Import').click();
  await expect(dialog.root).toContainText('Imported 2 rows');
});

test('a table and the rows of a filter are exported', async ({ app, shoot }) => {
  const data = await DataTab.open(app, name);
  await data.openTable('customers');
  const dialog = data.dialog('Export customers');
  const exported = async () => {
    const download = app.page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    const file = await download;
    await expect(dialog).toBeHidden();
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  };
  const ofCommand = async (file: string) => {
    await runCommand(await dialog.locator('pre').innerText(), file);
    return docker('exec', name, 'cat', `/tmp/${file}`);
  };
  const format = async (kind: string) => {
    await dialog.getByRole('combobox', { name: 'Format' }).click();
    await app.page.getByRole('option', { name: kind, exact: true }).click();
  };

  await data.button('Export').click();
  await expect(dialog).toContainText('About 3 rows');
  await shoot('export');
  const byPsql = await ofCommand('customers.csv');
  const csv = await exported();
  expect(csv.name).toBe('customers.csv');
  expect(csv.text.trimEnd()).toBe(byPsql.trimEnd());
  expect(csv.text).toContain('"Bagus ""B"""');
  await expect(app.toast('Exported customers.csv')).toBeVisible();

  await data.where("is_active and email like '%@example.com' -- all of them");
  await expect(data.cell(2, 2)).toHaveText('Tenxi, 2');
  await data.button('Export').click();
  await dialog.getByLabel('File name').fill('active ones');
  await expect(dialog.locator('pre')).toContainText('TO STDOUT');
  await shoot('export-filtered');
  const activeByPsql = await ofCommand('active ones.csv');
  const active = await exported();
  expect(active.text.trimEnd()).toBe(activeByPsql.trimEnd());
  expect(active.text.trimEnd().split('\n')).toHaveLength(3);

  await data.button('Export').click();
  await format('JSON');
  const json = await exported();
  expect(json.name).toBe('customers.json');
  expect(JSON.parse(json.text)).toMatchObject([
    { id: 1, name: 'John' },
    { id: 3, is_active: true },
  ]);

  await data.button('Export').click();
  await dialog.getByRole('button', { name: 'Whole table' }).click();
  await format('SQL (INSERT)');
  const sql = await exported();
  const before = await ask('select * from customers order by id');
  await psql('-c', 'truncate customers');
  await runCommand(sql.text, 'unused');
  expect(await ask('select * from customers order by id')).toBe(before);
});

test('what cannot take a file, and what is none, says why', async ({ app }) => {
  await psql('-c', 'create view active as select * from customers where is_active');
  const data = await DataTab.open(app, name);
  await data.openTable('active');
  await expect(data.button('Import CSV')).toBeDisabled();
  await expect(data.button('Import CSV')).toHaveAccessibleDescription(
    'A file can only be imported into a table',
  );

  await data.openTable('customers');
  const dialog = await ImportDialog.open(data);
  await expect(dialog.button('Import')).toBeDisabled();
  await dialog.choose({ name: 'book.csv', content: Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0]) });
  await expect(dialog.alert).toContainText('a workbook, an archive or a document');
  await expect(dialog.button('Import')).toBeDisabled();
  await dialog.choose({ name: 'empty.csv', content: '' });
  await expect(dialog.button('Import')).toHaveAccessibleDescription('The file is empty');
  await dialog.choose({ name: 'short.csv', content: 'name\nAnn\n' });
  await expect(dialog.root).toContainText('No column of the file goes to email, which must not be NULL');
  await expect(dialog.button('Import')).toBeEnabled();
});
