import { docker } from '../support/docker-cli.ts';
import { testImage } from '../support/test-image.ts';
import { waitFor } from '../support/wait-for.ts';
import { expect, test } from './fixtures.ts';
import { DataTab } from './pages/data-tab.ts';

const name = `e2e-customers-${process.pid}`;
const sql = (statement: string) =>
  docker('exec', name, 'psql', '-U', 'postgres', '-h', '127.0.0.1', '-Atqc', statement);

test.beforeAll(async () => {
  const options = ['-d', '--name', name, '-e', 'POSTGRES_PASSWORD=x', '-p', '127.0.0.1::5432'];
  await docker('run', ...options, testImage, '-c', 'fsync=off');
  await waitFor('the server', () => sql('select 1').catch(() => null));
});
test.beforeEach(() => sql('drop table if exists customers'));
test.afterAll(() => docker('rm', '-f', '-v', name));

test('customers are made, checked, saved, filtered and taken back', async ({ app, shoot }) => {
  test.slow();
  const data = await DataTab.open(app, name);
  const { keyboard } = app.page;
  const saved = (text: string) => expect(app.toast(`customers: ${text}.`)).toBeVisible();
  await expect(data.main).toContainText('name varchar(100) NOT NULL');
  await shoot('offer');
  await data.button('Create customers table').click();
  await expect(data.cell(3, 2)).toHaveText('Tenxi');
  await expect(data.button('Create customers table')).toBeHidden();

  await data.button('Add row').click();
  await keyboard.press('Escape');
  await data.button('Save changes').click();
  await expect(data.state).toContainText(
    'Name and email are required · row “new”, columns name and email · nothing was sent',
  );
  for (const column of [2, 3]) {
    await expect(data.cell(4, column)).toHaveAttribute('aria-invalid', 'true');
    await expect(data.cell(4, column)).toHaveAttribute('title', 'Name and email are required');
  }
  await shoot('required');
  // The server never saw it: no number was taken from the sequence.
  expect(await sql('select count(*), (select last_value from customers_id_seq) from customers')).toBe('3|3');

  await keyboard.type('Alice');
  await keyboard.press('Tab');
  await keyboard.type('john@example.com');
  await keyboard.press('Enter');
  await expect(data.state).toBeHidden();
  await data.button('Preview SQL').click();
  const preview = data.dialog('Preview SQL');
  await expect(preview).toContainText(
    "INSERT INTO public.customers (name, email)\nVALUES ('Alice', 'john@example.com');",
  );
  await shoot('preview');
  await preview.getByRole('button', { name: 'Close' }).click();
  await data.button('Save changes').click();
  await expect(data.state).toContainText(
    'duplicate key value violates unique constraint "customers_email_key" · row “new”, column email · nothing was saved',
  );
  await expect(data.state).toContainText('Key (email)=(john@example.com) already exists.');
  await expect(data.cell(4, 3)).toHaveAttribute('aria-invalid', 'true');
  await expect(data.cell(4, 2)).not.toHaveAttribute('aria-invalid', 'true');
  await shoot('duplicate email');

  await data.cell(4, 3).click();
  await keyboard.type('alice@example.com');
  await keyboard.press('Enter');
  await expect(data.state).toBeHidden();
  await keyboard.press('Control+s');
  await saved('1 row added');
  await expect(data.changes).toBeHidden();
  await expect(data.cell(4, 2)).toHaveText('Alice');
  await expect(data.cell(4, 4)).toHaveText('✓');

  await data.cell(2, 4).getByRole('img').click();
  await data.cell(3, 4).click();
  await keyboard.press('Space');
  await expect(data.changes).toHaveText('2 changes');
  await data.button('Preview SQL').click();
  await expect(preview).toContainText(/UPDATE public\.customers\nSET is_active = false\nWHERE id = 2\b/);
  await keyboard.press('Escape');
  await data.button('Save changes').click();
  await saved('2 rows changed');
  expect(await sql('select id from customers where not is_active order by id')).toBe('2\n3');

  await data.where('is_active');
  await expect(data.cell(2, 2)).toHaveText('Alice');
  await data.cell(2, 2).click();
  await data.button('Delete row').click();
  await data.button('Preview SQL').click();
  await expect(preview).toContainText(/DELETE FROM public\.customers\nWHERE id = \d+/);
  await keyboard.press('Escape');
  await shoot('deleted');
  await data.button('Save changes').click();
  await saved('1 row deleted');
  expect(await sql("select count(*) from customers where name = 'Alice'")).toBe('0');
  await data.button('Undo save').click();
  await expect(app.toast('customers: the save was undone.')).toBeVisible();
  await expect(data.cell(2, 2)).toHaveText('Alice');
  await expect(data.button('Undo save')).toBeHidden();
  expect(await sql("select email from customers where name = 'Alice'")).toBe('alice@example.com');
});

test('changes outlive a restart of the server and a reload of the window', async ({ app, shoot }) => {
  const data = await DataTab.open(app, name);
  const { keyboard } = app.page;
  await data.button('Create customers table').click();
  await data.cell(2, 2).click();
  await keyboard.type('Bagus W.');
  await keyboard.press('Enter');
  await expect(data.changes).toHaveText('1 change');

  await docker('stop', name);
  await expect(data.button('Save changes')).toHaveAttribute('aria-disabled', 'true');
  await expect(data.button('Save changes')).toHaveAttribute('title', /stopped/);
  await data.button('Add row').click();
  await keyboard.type('Dewi');
  await keyboard.press('Tab');
  await keyboard.type('dewi@example.com');
  await keyboard.press('Enter');
  await shoot('stopped');
  await docker('start', name);
  await expect(data.button('Save changes')).toBeEnabled();
  await expect(data.changes).toHaveText('2 changes');

  await app.page.reload();
  await data.node('customers').click();
  await expect(data.changes).toHaveText('2 changes');
  await expect(data.cell(2, 2)).toHaveText('Bagus W.');
  await data.button('Undo').click();
  await expect(data.cell(4, 3)).toHaveText('');
  await data.button('Redo').click();
  await data.button('Save changes').click();
  await expect(app.toast('customers: 1 row added, 1 row changed.')).toBeVisible();
  await expect(data.cell(4, 2)).toHaveText('Dewi');
});
