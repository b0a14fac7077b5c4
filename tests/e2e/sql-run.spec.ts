import { expect, test } from './fixtures.ts';
import { SqlConsole } from './pages/sql-console.ts';

const customers = `create table customers (id int primary key, name text not null, email text unique);
insert into customers values (1, 'John', 'john@example.com'), (2, 'Bagus', 'bagus@example.com');
select id, name from customers order by id;`;

test('statements run, fail at the exact character, and are cancelled', async ({ app, prefix, shoot }) => {
  const sql = await SqlConsole.start(app, `${prefix}-run`);
  const { keyboard } = app.page;
  await sql.runAll(customers);
  await expect(sql.outcome).toHaveText(/^3 statements in|^2 rows in/);
  await expect(sql.tab('Result 1')).toHaveAttribute('aria-selected', 'true');
  await expect(sql.cell('Bagus')).toBeVisible();
  await expect(sql.transaction).toHaveText('Idle · autocommit');
  await shoot('run');

  await sql.run("select 'é😀漢', nope from customers");
  await expect(sql.alert).toContainText('column "nope" does not exist');
  await expect(sql.alert).toContainText('SQLSTATE 42703 · line 1, column 16');
  const excerpt = sql.alert.locator('pre');
  expect(await sql.leftOf(excerpt, '^')).toBeCloseTo(await sql.leftOf(excerpt, 'nope'), 0);
  await expect(sql.editor.locator('.cm-errorText')).toHaveText('nope');
  await shoot('error');
  await keyboard.press('Home');
  await keyboard.type('/* moved */ ');
  await keyboard.press('F8');
  await keyboard.type('x');
  await sql.expectText("/* moved */ select 'é😀漢', xnope from customers");

  await sql.run('select * from custommers');
  await expect(sql.alert).toContainText('It may be in another schema or database');
  await sql.alert.getByRole('button', { name: 'Show tables' }).click();
  await expect(sql.cell('customers')).toBeVisible();
  await expect(sql.alert).toBeHidden();
  await expect(sql.editor.locator('.cm-errorText')).toBeHidden();

  await sql.run('insert into customers values (1, null, null)');
  await expect(sql.alert).toContainText('Failing row contains');
  await sql.run("insert into customers values (3, 'x', 'john@example.com')");
  await expect(sql.alert).toContainText('customers_email_key');

  await sql.run('select pg_sleep(60)');
  await sql.button('Cancel query').click();
  await expect(sql.outcome).toHaveText('Cancelled');
  await expect(sql.button('Run')).toBeEnabled();
  await shoot('cancelled');
});

test('a transaction is shown, and ended by its buttons', async ({ app, prefix, shoot }) => {
  const sql = await SqlConsole.start(app, `${prefix}-tx`);
  await sql.runAll('create table t (n int); begin; insert into t values (1)');
  await expect(sql.transaction).toHaveText('In transaction');
  await shoot('in transaction');
  await sql.button('Rollback').click();
  await expect(sql.transaction).toHaveText('Idle · autocommit');
  await sql.runAll('begin; insert into t values (2)');
  await sql.button('Commit').click();
  await expect(sql.transaction).toHaveText('Idle · autocommit');
  await sql.run('select n from t');
  await expect(sql.cell('2')).toBeVisible();
  await expect(sql.cell('1')).toBeHidden();

  await sql.runAll('begin; select 1/0');
  await expect(sql.transaction).toHaveText('Failed transaction');
  await sql.run('select 1');
  await expect(sql.alert).toContainText('Nothing more runs in it until it is rolled back');
  await sql.alert.getByRole('button', { name: 'Rollback' }).click();
  await expect(sql.transaction).toHaveText('Idle · autocommit');

  await sql.runAll(
    'begin; listen news; notify news, $$extra$$; commit; do $$begin raise warning $x$careful$x$; end$$',
  );
  await sql.tab('Log').click();
  await expect(sql.log).toContainText('WARNING: careful');
  await expect(sql.log).toContainText('Notification on news');
  await sql.runAll('begin');
  await expect(sql.transaction).toHaveText('In transaction');
  await sql.button('Close Query 1').click();
  const question = sql.dialog('Close Query 1');
  await expect(question).toContainText('Closing rolls it back');
  await shoot('close');
  await question.getByRole('button', { name: 'Close Query 1' }).click();
  await expect(sql.transaction).toHaveText('Idle · autocommit');
  await sql.expectText('');
  await expect(app.page.getByRole('tab', { name: /^Query/ })).toHaveText(['Query 1']);
});
