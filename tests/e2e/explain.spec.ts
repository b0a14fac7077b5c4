import { expect, test } from './fixtures.ts';
import { SqlConsole } from './pages/sql-console.ts';

test('a plan is shown as a tree, measured without changing a row, and read by keyboard', async ({
  app,
  prefix,
  shoot,
}) => {
  const sql = await SqlConsole.start(app, `${prefix}-plan`);
  await sql.runAll(`create table orders (id int primary key, city int, note text);
    insert into orders select n, n % 7, repeat('x', 50) from generate_series(1, 30000) n; analyze orders`);
  await expect(sql.outcome).toContainText('3 statements');

  await sql.write('select city, count(*) from orders where note like $$x%$$ group by city order by 2 desc');
  await sql.button('Explain').click();
  const plan = app.page.getByRole('treegrid', { name: 'Query plan' });
  await expect(sql.tab('Plan')).toHaveAttribute('aria-selected', 'true');
  await expect(plan.getByRole('row', { name: /Seq Scan orders/ })).toContainText('Most expensive');
  await shoot('estimated');

  await sql.write("update orders set note = 'changed' where city = 3");
  await sql.button('Explain').click();
  await expect(plan.getByRole('row', { name: /^Close Update Update orders/ })).toBeVisible();
  await sql.button('Run and measure').click();
  const question = sql.dialog(/.*/);
  await expect(question).toContainText('EXPLAIN ANALYZE');
  await question.getByRole('button', { name: 'Run anyway' }).click();
  await expect(app.page.getByText('The statement ran and was rolled back')).toBeVisible();
  await expect(plan.getByRole('columnheader', { name: 'Own time' })).toBeVisible();
  await shoot('measured');
  await sql.runAll("select count(*) from orders where note = 'changed'");
  await expect(sql.cell('0')).toBeVisible();

  await sql.tab('Plan').click();
  await plan.getByRole('row', { name: /Update orders/ }).focus();
  await app.page.keyboard.press('ArrowDown');
  await expect(plan.getByRole('row', { name: /Seq Scan/ })).toBeFocused();
  await expect(app.page.getByRole('complementary', { name: 'Details of the node' })).toContainText(
    '(city = 3)',
  );
  await app.page.keyboard.press('ArrowLeft');
  await app.page.keyboard.press('ArrowLeft');
  await expect(plan.getByRole('row', { name: /Seq Scan/ })).toBeHidden();

  await sql.write('select nothing from orders');
  await sql.button('Explain').click();
  await expect(sql.alert).toContainText('column "nothing" does not exist');
  await sql.run('select 1 / 0');
  await expect(sql.alert).toContainText('division by zero');
  await sql.write('vacuum orders');
  await sql.button('Explain').click();
  await expect(app.page.getByText('This statement has no plan')).toBeVisible();
  await expect(sql.alert).toBeHidden();
});
