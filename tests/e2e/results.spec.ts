import { readFile } from 'node:fs/promises';
import { docker } from '../support/docker-cli.ts';
import { testImage } from '../support/test-image.ts';
import { waitFor } from '../support/wait-for.ts';
import { expect, test } from './fixtures.ts';
import type { AppWindow } from './pages/app-window.ts';
import { ResultPane } from './pages/result-pane.ts';
import { SqlConsole } from './pages/sql-console.ts';

const name = `e2e-results-${process.pid}`;
const psql = (...args: string[]) =>
  docker('exec', name, 'psql', '-U', 'postgres', '-h', '127.0.0.1', ...args);

test.beforeAll(async () => {
  const options = ['-d', '--name', name, '-e', 'POSTGRES_PASSWORD=x', '-p', '127.0.0.1::5432'];
  await docker('run', ...options, testImage, '-c', 'fsync=off');
  await waitFor('the server', () => psql('-c', 'select 1').catch(() => null));
});
test.afterAll(() => docker('rm', '-f', '-v', name));

async function openConsole(app: AppWindow): Promise<{ sql: SqlConsole; result: ResultPane }> {
  return { sql: await SqlConsole.open(app, name), result: new ResultPane(app.page) };
}

test('a million rows are scrolled, searched and resized', async ({ app, shoot }) => {
  const { sql, result } = await openConsole(app);
  await sql.runAll(
    "select n as id, 'customer ' || n as name, md5(n::text) as token from generate_series(1, 1000000) n",
  );
  await expect(result.cell(1, 2)).toHaveText('customer 1');
  await expect(result.grid).toHaveAttribute('aria-rowcount', '1000001');
  await shoot('first-rows');

  await result.press('Control+End');
  await expect(result.cell(1_000_000, 1)).toHaveText('1000000');
  await expect(result.active).toHaveAttribute('aria-colindex', '3');
  await shoot('last-rows');
  await result.grid.hover();
  await app.page.mouse.wheel(0, -260);
  await expect(result.cell(1_000_000, 1)).toBeHidden();
  await expect(result.cell(999_985, 1)).toBeVisible();
  expect(await result.grid.getByRole('row').count()).toBeLessThan(60);

  await result.press('Control+Home', 'Control+f');
  const find = app.page.getByRole('textbox', { name: 'Find in result' });
  await find.fill('CUSTOMER 77777');
  await expect(result.active).toHaveText('customer 77777');
  await find.press('Enter');
  await expect(result.active).toHaveText('customer 777770');
  await app.page.getByRole('button', { name: 'Previous match' }).click();
  await expect(result.active).toHaveText('customer 77777');
  await shoot('found');
  await find.fill('nobody is called this');
  await expect(app.page.getByRole('status').filter({ hasText: 'Nothing found' })).toBeVisible();
  await find.press('Escape');
  await expect(result.grid).toBeFocused();

  const width = async () => (await result.column('token').boundingBox())?.width ?? 0;
  await result.press('End', 'Alt+ArrowDown');
  const fitted = await width();
  await result.press('Alt+ArrowLeft', 'Alt+ArrowLeft');
  await expect.poll(width).toBe(fitted - 40);
  await result.press('Alt+ArrowDown');
  await expect.poll(width).toBe(fitted);
  const box = await result.column('token').boundingBox();
  const edge = { x: (box?.x ?? 0) + fitted - 3, y: (box?.y ?? 0) + 10 };
  await app.page.mouse.move(edge.x, edge.y);
  await app.page.mouse.down();
  await app.page.mouse.move(edge.x - 100, edge.y, { steps: 3 });
  await app.page.mouse.up();
  await expect.poll(async () => Math.abs((await width()) - (fitted - 103))).toBeLessThan(5);
});

test('values that look alike are told apart, and any columns have a place', async ({ app, shoot }) => {
  const { sql, result } = await openConsole(app);
  await sql.runAll(
    `select 1 as id, 'a' as id, null::text as n, '' as e, 'NULL' as w, E'two\\nlines\\u202e' as l, 12.50 as d`,
  );
  await expect(result.column('id')).toHaveCount(2);
  await expect(result.cell(1, 3)).toHaveText('NULL');
  await expect(result.cell(1, 3).locator('span')).toHaveCount(1);
  await expect(result.cell(1, 4)).toHaveText('');
  await expect(result.cell(1, 5)).toHaveText('NULL');
  await expect(result.cell(1, 5).locator('span')).toHaveCount(0);
  await expect(result.cell(1, 6)).toHaveText('two↵lines⟨U+202E⟩');
  await expect(result.cell(1, 7)).toHaveCSS('text-align', 'right');
  await shoot('alike');

  await sql.runAll(`select ${Array.from({ length: 200 }, (_, n) => `${n} as column_${n}`).join(', ')}`);
  await expect(result.grid).toHaveAttribute('aria-colcount', '200');
  await result.press('End');
  await expect(result.cell(1, 200)).toHaveText('199');
  expect(await result.grid.getByRole('columnheader').count()).toBeLessThan(40);
  await shoot('wide');

  await sql.runAll('select');
  await expect(app.page.getByText('1 row without columns')).toBeVisible();
  await sql.runAll('select 1 as one where false');
  await expect(app.page.getByText('No rows')).toBeVisible();

  await sql.runAll('create table described (id int primary key, note text);\n\\d described');
  await expect(app.page.getByRole('heading', { name: 'Table "public.described"' })).toBeVisible();
  await expect(app.page.getByText('"described_pkey" PRIMARY KEY, btree (id)')).toBeVisible();
  await shoot('described');
  await sql.runAll('\\x on\nselect n as id, n * 2 as double from generate_series(1, 1000) n');
  await expect(result.grid).toHaveAttribute('aria-rowcount', '3001');
  await result.press('Control+End');
  await expect(result.active).toHaveText('2000');
  await shoot('expanded');
});

test('rows are copied in five formats and exported byte for byte as psql does', async ({ app, shoot }) => {
  const { sql, result } = await openConsole(app);
  const query = `select n as id, case n % 3 when 0 then null when 1 then '' else 'a "b", ' || n end as note, n % 2 = 0 as even
    from generate_series(1, 20000) n`;
  await sql.runAll(query);
  await expect(result.grid).toHaveAttribute('aria-rowcount', '20001');
  await result.press('ArrowDown', 'Shift+ArrowDown', 'Shift+End');
  expect(await result.copied(() => result.press('Control+c'))).toBe('2\t"a ""b"", 2"\tt\n3\t\tf');
  expect(await result.copiedAs('CSV')).toBe('id,note,even\n2,"a ""b"", 2",t\n3,,f');
  expect(await result.copiedAs('TSV')).toContain('id\tnote\teven\n');
  expect(await result.copiedAs('JSON')).toBe(
    '[\n  {"id": 2, "note": "a \\"b\\", 2", "even": true},\n  {"id": 3, "note": null, "even": false}\n]',
  );
  expect(await result.copiedAs('Markdown')).toContain('| 3 | NULL | f |');
  expect(await result.copiedAs('INSERT')).toContain(`(2, 'a "b", 2', true),\n  (3, NULL, false);`);
  await expect(app.toast('Copied 2 rows, 3 columns')).toBeVisible();
  await result.cell(5, 1).hover();
  await app.page.mouse.down();
  await result.cell(6, 3).hover();
  await app.page.mouse.up();
  expect(await result.copied(() => result.press('Control+c'))).toBe('5\t"a ""b"", 5"\tf\n6\t\tt');

  await result.press('Escape');
  await app.page.getByRole('button', { name: 'Copy as' }).click();
  await expect(app.page.getByRole('menuitem', { name: 'More than 10,000 rows' })).toBeVisible();
  await app.page.getByRole('menuitem', { name: 'Export…' }).click();

  const dialog = app.page.getByRole('dialog', { name: 'Export result' });
  await dialog.getByLabel('File name').fill('numbers');
  await shoot('export');
  const download = app.page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('numbers.csv');
  await expect(app.toast('Exported numbers.csv')).toBeVisible();
  const expected = await psql(
    '-qc',
    `\\copy (${query.replace(/\n\s*/g, ' ')}) to stdout with (format csv, header)`,
  );
  expect((await readFile(await file.path(), 'utf8')).trimEnd()).toBe(expected.trimEnd());
});

test('a result that did not end says how far it came', async ({ app, shoot }) => {
  const { sql, result } = await openConsole(app);
  await sql.runAll(
    "select n, repeat('x', 1000) as text, pg_sleep(case n when 101 then 600 else 0 end) from generate_series(1, 200) n",
  );
  await expect(result.cell(1, 1)).toHaveText('1');
  await expect(app.page.getByText(/^\d+ rows so far$/)).toBeVisible();
  await shoot('running');
  await sql.button('Cancel query').click();
  await expect(app.page.getByText(/^Cancelled after \d+ rows\.$/)).toBeVisible();
  await expect(result.cell(2, 1)).toHaveText('2');

  await sql.runAll(
    "select n, repeat('x', 1000) as text, 1 / (150 - n) as share from generate_series(1, 200) n",
  );
  await expect(app.page.getByText(/^Failed after 1\d\d rows\. The error stands in the log/)).toBeVisible();
  await expect(result.cell(1, 1)).toHaveText('1');
  await shoot('failed');
  await sql.tab('Log').click();
  await expect(result.grid).toBeHidden();
  await sql.tab('Result 1').click();
  await result.press('Control+End');
  const last = await result.active.textContent();
  await sql.tab('Log').click();
  await sql.tab('Result 1').click();
  await expect(result.active).toHaveText(last ?? '');
});

test('one value is looked at whole, and a row that is too large is said to be', async ({ app, shoot }) => {
  const { sql, result } = await openConsole(app);
  await sql.runAll(`select '{"list": [1, {"deep": 12345678901234567890.10}], "none": null}'::jsonb as data,
    array[['a', 'b,"c'], [null, 'NULL']] as list, decode('00ff48656c6c6f', 'hex') as bytes,
    repeat('a long text. ', 100000) as long`);
  await expect(result.cell(1, 1)).toBeVisible();
  await result.press('Enter');
  const tree = result.viewer.getByRole('region', { name: 'Value' });
  await expect(tree).toContainText('deep: 12345678901234567890.10');
  await shoot('json');
  await tree.getByRole('button', { name: /^list/ }).click();
  await expect(tree).not.toContainText('deep');
  await result.press('ArrowRight');
  await expect(tree).toContainText('b,"c');
  await shoot('array');
  await result.press('ArrowRight');
  await expect(tree).toContainText('..Hello');
  const saved = app.page.waitForEvent('download');
  await result.viewer.getByRole('button', { name: 'Save as file' }).click();
  expect([...(await readFile(await (await saved).path()))]).toEqual([0, 255, 72, 101, 108, 108, 111]);
  await result.press('ArrowRight');
  await expect(result.viewer).toContainText('1,300,000 characters');
  await shoot('long');
  const value = await result.copied(() => result.viewer.getByRole('button', { name: 'Copy value' }).click());
  expect(value).toBe('a long text. '.repeat(100_000));
  await result.viewer.press('Escape');
  await expect(result.viewer).toBeHidden();
  await expect(result.grid).toBeFocused();
  // Its column is at the right edge, where the viewer opens.
  await result.press('Enter');
  await expect(result.viewer).toBeVisible();
  await expect(result.active).toBeInViewport();
  await result.press('Escape');
  await expect(result.viewer).toBeHidden();

  await sql.runAll(
    "select n, repeat('x', case n when 3 then 70000000 else 1 end) from generate_series(1, 3) n",
  );
  await expect(
    app.page.getByText('the next row takes 67 MiB, and rows over 64 MiB are not read'),
  ).toBeVisible();
  await expect(result.cell(2, 1)).toHaveText('2');
  await shoot('too-large');
});
