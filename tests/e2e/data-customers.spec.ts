import { docker } from '../support/docker-cli.ts';
import { testImage } from '../support/test-image.ts';
import { expect, test } from './fixtures.ts';
import { DataTab } from './pages/data-tab.ts';

async function startServer(name: string): Promise<void> {
  const options = ['-d', '--name', name, '-e', 'POSTGRES_PASSWORD=x', '-p', '127.0.0.1::5432'];
  await docker('run', ...options, testImage, '-c', 'fsync=off');
}

const sql = (name: string, statement: string) =>
  docker('exec', name, 'psql', '-U', 'postgres', '-At', '-c', statement);

test('the customers sample is made, edited, saved and taken back', async ({ app, prefix, shoot }) => {
  const name = `${prefix}-customers`;
  await startServer(name);
  const data = await DataTab.open(app, name);
  const { keyboard } = app.page;
  await expect(data.main).toContainText('name varchar(100) NOT NULL');
  await shoot('offer');
  await data.button('Create customers table').click();
  await expect(data.grid('customers')).toBeVisible();
  await expect(data.cell(3, 2)).toHaveText('Tenxi');
  await expect(data.button('Create customers table')).toBeHidden();
  await shoot('made');

  await data.button('Add row').click();
  await keyboard.press('Escape');
  await data.button('Save changes').click();
  const status = data.status;
  await expect(status).toContainText('Name and email are required');
  await expect(status).toContainText('row “new”, columns name and email · nothing was sent');
  await expect(data.cell(4, 2)).toHaveAttribute('aria-invalid', 'true');
  await shoot('required');
  expect(await sql(name, 'select count(*) from customers')).toBe('3');

  await data.cell(4, 2).dblclick();
  await keyboard.type('Alice');
  await keyboard.press('Tab');
  await keyboard.type('john@example.com');
  await keyboard.press('Enter');
  await shoot('typed');
  await data.button('Save changes').click();
  await expect(status).toContainText(
    'duplicate key value violates unique constraint "customers_email_key" · row “new”, column email · nothing was saved',
  );
  await expect(data.cell(4, 3)).toHaveAttribute('aria-invalid', 'true');
  await shoot('duplicate email');
});
