import { docker } from '../support/docker-cli.ts';
import { testImage } from '../support/test-image.ts';
import { waitFor } from '../support/wait-for.ts';
import { expect, test } from './fixtures.ts';
import { DataTab } from './pages/data-tab.ts';
import { violations } from './violations.ts';

const name = `e2e-browse-${process.pid}`;
const psql = (...commands: string[]) =>
  docker(
    'exec',
    name,
    ...['psql', '-U', 'postgres', '-h', '127.0.0.1', '-v', 'ON_ERROR_STOP=1', '-q'],
    ...commands.flatMap((command) => ['-c', command]),
  );

test.beforeAll(async () => {
  const options = ['-d', '--name', name, '-e', 'POSTGRES_PASSWORD=x', '-p', '127.0.0.1::5432'];
  await docker('run', ...options, testImage, '-c', 'fsync=off');
  await waitFor('the server', () => psql('select 1').catch(() => null));
  await psql(
    'create table shops (id int primary key, town text)',
    "insert into shops select n, 'Town ' || n from generate_series(1, 900) n",
    'create table sales (id int primary key, shop_id int not null references shops, total numeric(8,2), note text)',
    "insert into sales select n, 1 + n % 900, n / 4.0, case when n % 3 = 0 then null else 'note ' || n end from generate_series(1, 1250) n",
    'create table letters (id int primary key, body text)',
    "insert into letters values (1, repeat('many words ', 5000) || 'the end')",
    'create table readings (sensor text, at int, value int)',
    "insert into readings select 's' || n % 2, n, case when n = 5 then null else n end from generate_series(1, 10) n",
    'create table days (day date not null, n int) partition by range (day)',
    "create table days_2024 partition of days for values from ('2024-01-01') to ('2025-01-01')",
    'create view towns as select town from shops',
    'create schema archive',
    'create table archive."Old ""Sales"" 🐘" ("a b" int primary key)',
    'create table nothing_in_it (id int primary key)',
    'create table no_columns ()',
    'create database elsewhere',
  );
  // In a session of its own: what the one above counted is told by then.
  await psql('analyze');
});
test.afterAll(() => docker('rm', '-f', '-v', name));

test('tables are found by name and by key', async ({ app, shoot }) => {
  const data = await DataTab.open(app, name);
  await expect(data.node('shops')).toHaveAccessibleName(/^shops, table, about 900 rows, /);
  await expect(data.node('towns')).toHaveAccessibleName(/^towns, view/);
  await expect(data.node('days_2024')).toBeHidden();
  await shoot('tree');

  await data.node('days').press('ArrowRight');
  await data.tree.focus();
  await app.page.keyboard.type('days');
  await app.page.keyboard.press('ArrowRight');
  await expect(data.node('days_2024')).toBeVisible();
  await app.page.keyboard.press('ArrowLeft');
  await expect(data.node('days_2024')).toBeHidden();
  await app.page.keyboard.press('Home');
  await expect(data.tree.getByRole('treeitem').first()).toHaveAccessibleName('public, schema');
  await app.page.keyboard.press('ArrowLeft');
  await expect(data.node('shops')).toBeHidden();

  await data.find.fill('old');
  await expect(data.tree.getByRole('treeitem')).toHaveCount(2);
  await data.find.press('Enter');
  await expect(data.grid('Old "Sales" 🐘')).toBeVisible();
  await data.find.fill('2024');
  await expect(data.node('days_2024')).toBeVisible();
  await data.find.fill('no such table');
  await expect(data.main.getByText('No table is called like')).toBeVisible();
  await shoot('not-found');
  await data.find.press('Escape');

  await data.chooseDatabase('elsewhere');
  await expect(data.main.getByRole('heading', { name: 'No tables yet' })).toBeVisible();
  await shoot('no-tables');
  await data.chooseDatabase('postgres');
  await expect(data.grid('Old "Sales" 🐘')).toBeVisible();
});

test('rows are paged, counted and sorted, by mouse and by key', async ({ app, shoot }) => {
  const data = await DataTab.open(app, name);
  await data.openTable('sales');
  await expect(data.position).toHaveText('Rows 1–300 of about 1,250');
  await expect(data.button('Previous page')).toBeDisabled();
  await data.button('Next page').click();
  await expect(data.position).toHaveText('Rows 301–600 of about 1,250');
  await expect(data.cell(1, 1)).toHaveText('301');
  await data.press('Alt+PageDown');
  await expect(data.position).toHaveText('Rows 601–900 of about 1,250');
  await data.press('Alt+PageUp');
  await expect(data.cell(1, 1)).toHaveText('301');
  await data.press('Alt+Shift+PageDown');
  await expect(data.position).toHaveText('Last 300 rows of about 1,250');
  await data.button('Count rows').click();
  await expect(data.position).toHaveText('Rows 951–1,250 of 1,250');
  await data.button('First page').click();
  await expect(data.position).toHaveText('Rows 1–300 of 1,250');
  await shoot('first-page');

  await data.column('total').click();
  await expect(data.column('total')).toHaveAttribute('aria-sort', 'ascending');
  await data.column('total').click();
  await expect(data.column('total')).toHaveAttribute('aria-sort', 'descending');
  await expect(data.cell(1, 1)).toHaveText('1250');
  await data.button('Next page').click();
  await expect(data.cell(1, 1)).toHaveText('950');
  await data.button('First page').click();
  await data.column('note').click({ modifiers: ['Shift'] });
  await data.button('SQL of this page').click();
  await expect(data.dialog('SQL of this page')).toContainText(/order by "?total"? desc.*"?note"?/is);
  await shoot('sql-of-page');
});

test('filters narrow the rows, and a wrong one leaves them', async ({ app, shoot }) => {
  const data = await DataTab.open(app, name);
  await data.openTable('sales');
  await data.where('total > 300 and note is null');
  await expect(data.position).toHaveText(/^Rows 1–16 of 16$/);
  await expect(data.chip('WHERE total > 300')).toBeVisible();
  await data.where('totl > 300');
  await expect(data.main.getByText('column "totl" does not exist')).toBeVisible();
  await expect(data.position).toHaveText('Rows 1–16 of 16');
  await expect(data.chip(/^WHERE total > 300/)).toBeVisible();
  await expect(data.chip('Not applied: WHERE totl > 300')).toBeVisible();
  await expect(app.page.getByRole('textbox', { name: 'WHERE' })).toHaveValue('totl > 300');
  await shoot('where-error');
  await data.where('total > (300');
  await expect(data.main.getByText('A parenthesis is not closed.')).toBeVisible();
  await data.button('Clear filter').click();
  await expect(data.position).toHaveText('Rows 1–300 of about 1,250');

  const condition = app.page.getByRole('group', { name: 'Condition 1' });
  await data.button('Add condition').click();
  await condition.getByRole('combobox', { name: 'Column' }).click();
  await app.page.getByRole('option', { name: 'shop_id', exact: true }).click();
  await condition.getByRole('combobox', { name: 'Operator' }).click();
  await app.page.getByRole('option', { name: 'one of', exact: true }).click();
  await condition.getByRole('textbox', { name: 'Values' }).fill('1, two');
  await condition.getByRole('textbox', { name: 'Values' }).press('Enter');
  await expect(condition.getByText('invalid input syntax for type integer: "two"')).toBeVisible();
  await data.button('Filter').click();
  await data.press('Control+f');
  await expect(condition.getByRole('textbox', { name: 'Values' })).toBeFocused();
  await condition.getByRole('textbox', { name: 'Values' }).fill('1, 2');
  await condition.getByRole('textbox', { name: 'Values' }).press('Enter');
  await expect(data.position).toHaveText('Rows 1–3 of 3');
  await shoot('filtered');
  await app.page.getByRole('button', { name: 'Remove filter shop_id one of 1, 2' }).click();
  await expect(data.position).toHaveText('Rows 1–300 of about 1,250');

  await data.cellMenu(3, 4, 'Filter by NULL');
  await expect(data.chip('note is NULL')).toBeVisible();
  await expect(data.cell(1, 1)).toHaveText('3');
  await data.cellMenu(1, 1, 'Exclude this value');
  await expect(data.cell(1, 1)).toHaveText('6');
});

test('foreign keys lead there and back', async ({ app, shoot }) => {
  const data = await DataTab.open(app, name);
  await data.openTable('sales');
  await data.button('Next page').click();
  await expect(data.cell(1, 1)).toHaveText('301');
  await data.cell(4, 2).hover();
  await data.cell(4, 2).getByTitle('Go to shops (Alt Enter)').click();
  await expect(data.grid('shops')).toBeVisible();
  await expect(data.cell(1, 1)).toHaveText('305');
  await expect(data.position).toHaveText('Rows 1–1 of 1');
  await shoot('referenced-row');

  await data.cellMenu(1, 2, /^Rows of sales that refer/);
  await expect(data.grid('sales')).toBeVisible();
  await expect(data.position).toHaveText('Rows 1–2 of 2');
  await data.button('Back').click();
  await expect(data.grid('shops')).toBeVisible();
  await data.press('Alt+Backspace');
  await expect(data.grid('sales')).toBeVisible();
  await expect(data.position).toHaveText('Rows 301–600 of about 1,250');
  await expect(data.active).toHaveAttribute('aria-colindex', '2');
  await expect(data.button('Back')).toBeHidden();
});

test('long values, tables without a key, rows or columns, and those that go away', async ({ app, shoot }) => {
  const data = await DataTab.open(app, name);
  await data.openTable('letters');
  await data.press('Control+End', 'F4');
  await expect(data.viewer.getByRole('textbox', { name: 'body' })).toHaveValue(/the end$/);
  await shoot('long-value');

  await data.openTable('readings');
  await expect(data.main.getByText('Read-only: this table has no primary key')).toBeVisible();
  await expect(data.main.getByText('In the order they are stored')).toBeVisible();
  await data.button('Choose columns that identify a row').click();
  const dialog = data.dialog('Choose columns that identify a row');
  const use = dialog.getByRole('button', { name: 'Use these columns' });
  await expect(use).toBeDisabled();
  await dialog.getByRole('checkbox', { name: 'sensor · text' }).check();
  await use.click();
  await expect(dialog.getByRole('alert')).toContainText('10 rows have the same values as another row.');
  await dialog.getByRole('checkbox', { name: 'sensor · text' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'value · integer' }).check();
  await use.click();
  await expect(dialog.getByRole('alert')).toContainText('1 row has NULL there.');
  await shoot('unfit-columns');
  await dialog.getByRole('checkbox', { name: 'value · integer' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'at · integer' }).check();
  await use.click();
  await expect(data.main.getByText('Rows are told apart by at, as you chose.')).toBeVisible();
  await data.button('Forget them').click();
  await expect(data.main.getByText('Read-only: this table has no primary key')).toBeVisible();

  await data.openTable('nothing_in_it');
  await expect(data.main.getByRole('heading', { name: 'No rows yet' })).toBeVisible();
  await data.node('no_columns').click();
  await expect(data.main.getByText('This table has no columns')).toBeVisible();

  await psql('create table short_lived (id int primary key)', 'insert into short_lived values (1)');
  await data.button('Refresh tables').click();
  await data.openTable('short_lived');
  await psql('alter table short_lived add column extra text');
  await data.button('Refresh').click();
  await expect(data.column('extra')).toBeVisible();
  await psql('drop table short_lived');
  await data.button('Refresh').click();
  await expect(data.main.getByRole('heading', { name: 'short_lived is no longer there' })).toBeVisible();
  await shoot('gone');
});

test('rows stay while the server is stopped, and come back with it', async ({ app, shoot }) => {
  const data = await DataTab.open(app, name);
  await data.openTable('shops');
  await docker('stop', '-t', '5', name);
  await expect(data.main.getByText(`${name} is stopped.`)).toBeVisible();
  await expect(data.cell(1, 2)).toHaveText('Town 1');
  await expect(data.button('Next page')).toBeDisabled();
  await shoot('stopped');
  await data.main.getByRole('note').getByRole('button', { name: 'Start' }).click();
  await expect(data.button('Next page')).toBeEnabled({ timeout: 60_000 });
  await data.button('Next page').click();
  await expect(data.cell(1, 2)).toHaveText('Town 301');
});

test('the tab can be read by everybody, in light and dark', async ({ app, shoot }) => {
  const readable = async (what: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await app.page.emulateMedia({ colorScheme });
      await shoot(`${what}-${colorScheme}`);
      expect(await violations(app)).toEqual([]);
    }
  };
  const data = await DataTab.open(app, name);
  await data.openTable('sales');
  await data.button('Filter').click();
  await readable('filter');
  await data.where('totl > 1');
  await expect(data.chip('Not applied')).toBeVisible();
  await data.cell(4, 2).click({ button: 'right' });
  await expect(app.page.getByRole('menu', { name: 'Cell' })).toBeVisible();
  await readable('menu');
  await app.page.keyboard.press('Escape');
  await data.button('Clear filter').click();
  await expect(data.chip('Not applied')).toBeHidden();
  await data.openTable('readings');
  await readable('no-key');
  await app.page.setViewportSize({ width: 900, height: 600 });
  await data.openTable('sales');
  await readable('small');
});

test('all of it works without a mouse', async ({ app }) => {
  const data = await DataTab.open(app, name);
  const { keyboard } = app.page;
  await data.find.focus();
  await keyboard.type('sales');
  await keyboard.press('ArrowDown');
  await keyboard.press('Home');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(data.grid('sales')).toBeVisible();
  await expect(data.cell(1, 1)).toBeVisible();
  await data.press('ArrowDown', 'ArrowRight', 'Alt+ArrowUp');
  await expect(data.column('shop_id')).toHaveAttribute('aria-sort', 'ascending');
  await expect(data.cell(2, 2)).toHaveText('2');
  await keyboard.press('Shift+F10');
  const menu = app.page.getByRole('menu', { name: 'Cell' });
  await expect(menu).toBeVisible();
  await keyboard.type('Go to');
  await keyboard.press('Enter');
  await expect(data.grid('shops')).toBeVisible();
  await keyboard.press('Alt+Backspace');
  await expect(data.grid('sales')).toBeFocused();
  await keyboard.press('Alt+Enter');
  await expect(data.cell(1, 1)).toHaveText('2');
  await expect(data.grid('shops')).toBeFocused();
  await keyboard.press('Alt+Backspace');
  await expect(data.grid('sales')).toBeFocused();
  await keyboard.press('Control+f');
  await expect(app.page.getByRole('textbox', { name: 'Value', exact: true })).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await expect(app.page.getByRole('textbox', { name: 'WHERE' })).toBeFocused();
  await keyboard.type('id < 4');
  await keyboard.press('Enter');
  await expect(data.position).toHaveText('Rows 1–3 of 3');
});
