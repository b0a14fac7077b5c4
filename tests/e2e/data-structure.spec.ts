import { docker } from '../support/docker-cli.ts';
import { testImage } from '../support/test-image.ts';
import { waitFor } from '../support/wait-for.ts';
import { expect, test } from './fixtures.ts';
import { DataTab } from './pages/data-tab.ts';
import { violations } from './violations.ts';

const name = `e2e-structure-${process.pid}`;
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

const tables = `
  create table customers(id serial primary key, name varchar(100) not null, email varchar(150) unique not null);
  comment on column customers.email is 'Where invoices go';
  create schema shop;
  create table shop."Orders 🐘"(
    id bigint generated always as identity primary key,
    customer_id int not null references customers on delete cascade,
    total numeric(10,2) not null check (total >= 0),
    vat numeric generated always as (total * 0.11) stored,
    note text default 'it''s new');
  alter table shop."Orders 🐘" add constraint noted check (note <> '') not valid;
  create index on shop."Orders 🐘"(customer_id) where note is not null;
  create function watch() returns trigger language plpgsql as 'begin return new; end';
  create trigger watched before insert on shop."Orders 🐘" for each row execute function watch();
  create trigger asleep after delete on shop."Orders 🐘" for each row execute function watch();
  alter table shop."Orders 🐘" disable trigger asleep;
  create table events(at timestamptz not null, body jsonb) partition by range (at);
  create table events_2025 partition of events for values from ('2025-01-01') to ('2026-01-01');
  create view names as select name from customers;
  create table twice as select 1 as n from generate_series(1, 2);`;

test.beforeAll(async () => {
  const options = ['-d', '--name', name, '-e', 'POSTGRES_PASSWORD=x', '-p', '127.0.0.1::5432'];
  await docker('run', ...options, testImage, '-c', 'fsync=off');
  await waitFor('the server', () => psql('-c', 'select 1').catch(() => null));
  await psql('-c', tables);
  // What it leaves behind is invalid.
  await psql('-c', 'create unique index concurrently half on twice (n)').catch(() => undefined);
});
test.afterAll(() => docker('rm', '-f', '-v', name));

test('a table shows what it is made of, and the way to those it belongs to', async ({ app, shoot }) => {
  const data = await DataTab.open(app, name);
  await data.openTable('Orders 🐘');
  await data.subTab('Structure').click();
  const row = (table: string, text: string) => app.table(table).getByRole('row').filter({ hasText: text });

  await expect(row('Columns', 'customer_id')).toContainText('integer');
  await expect(row('Columns', 'customer_id')).toContainText('NOT NULL');
  await expect(row('Columns', 'customer_id')).toContainText('Foreign key');
  await expect(row('Columns', 'GENERATED ALWAYS AS IDENTITY')).toContainText('Primary key');
  await expect(row('Columns', 'vat')).toContainText('0.11');
  await expect(row('Columns', 'note')).toContainText("'it''s new'::text");
  await expect(row('Keys and constraints', 'noted')).toContainText('Not validated');
  await expect(row('Keys and constraints', 'Orders 🐘_total_check')).toContainText('CHECK');
  await expect(row('Foreign keys', 'ON DELETE CASCADE')).toContainText('customer_id');
  await expect(app.table('Indexes')).toContainText('btree (customer_id)');
  await expect(row('Indexes', 'Orders 🐘_pkey')).toContainText('KiB');
  await expect(row('Triggers', 'asleep')).toContainText('Off');
  await expect(row('Triggers', 'watched')).toContainText('On');
  await shoot('structure');
  expect(await violations(app)).toEqual([]);

  await app.table('Foreign keys').getByRole('button', { name: 'public.customers' }).focus();
  await app.page.keyboard.press('Enter');
  await expect(row('Columns', 'email')).toContainText('Where invoices go');
  await expect(data.subTab('Structure')).toHaveAttribute('aria-selected', 'true');
  await shoot('referenced');
  await app.table('Referenced by').getByRole('button', { name: 'shop.Orders 🐘' }).click();
  await expect(row('Columns', 'vat')).toBeVisible();
});

test('the DDL makes the table anew', async ({ app, shoot }) => {
  const data = await DataTab.open(app, name);
  await data.openTable('Orders 🐘');
  await data.subTab('Structure').click();
  await data.button('Copy DDL').click();
  const ddl = await app.page.evaluate(() => navigator.clipboard.readText());
  await data.button('Copy DDL').scrollIntoViewIfNeeded();
  await shoot('ddl');
  const described = () =>
    psql(
      '-c',
      `select attname, format_type(atttypid, atttypmod), attnotnull, attidentity, attgenerated from pg_attribute
      where attrelid = 'shop."Orders 🐘"'::regclass and attnum > 0 order by attnum`,
      '-c',
      `select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'shop."Orders 🐘"'::regclass order by 1`,
    );
  const before = await described();
  await psql('-c', 'drop table shop."Orders 🐘"', '-c', ddl);
  expect(await described()).toBe(before);
});

test('partitions, views and what went wrong are told', async ({ app, shoot }) => {
  const data = await DataTab.open(app, name);
  await data.openTable('twice');
  await data.subTab('Structure').click();
  await expect(app.table('Indexes').getByRole('row').filter({ hasText: 'half' })).toContainText('Invalid');
  await data.node('names').click();
  await data.subTab('Structure').click();
  await expect(app.table('Columns')).toContainText('character varying(100)');
  await expect(data.main.getByRole('region', { name: 'DDL' })).toContainText('CREATE VIEW public.names');
  await expect(data.main.getByRole('region', { name: 'Indexes' })).toBeHidden();
  await data.node('events').click();
  await data.subTab('Structure').click();
  await expect(app.table('Partitions')).toContainText("FROM ('2025-01-01 00:00:00+00')");
  await app.page.setViewportSize({ width: 900, height: 600 });
  await shoot('partitions-small');
  await app.page.emulateMedia({ colorScheme: 'dark' });
  await shoot('partitions-dark');
  expect(await violations(app)).toEqual([]);
  await app.table('Partitions').getByRole('button', { name: 'events_2025' }).click();
  await expect(data.table.getByRole('heading', { level: 2, name: 'public.events_2025' })).toBeVisible();
});
