import { docker } from '../support/docker-cli.ts';
import { testImage } from '../support/test-image.ts';
import { waitFor } from '../support/wait-for.ts';
import { expect, test } from './fixtures.ts';
import { DataTab } from './pages/data-tab.ts';
import { violations } from './violations.ts';

const name = `e2e-editors-${process.pid}`;
const sql = (statement: string) =>
  docker('exec', name, 'psql', '-U', 'postgres', '-h', '127.0.0.1', '-Atqc', statement);

const columns = ['id', 'active', 'mood', 'born', 'price', 'tags', 'data', 'photo', 'ref', 'note'] as const;
type Column = (typeof columns)[number];
const at = (column: Column): number => columns.indexOf(column) + 1;

/** Goes to a cell of a row (from 1) by the keyboard, which also brings it into sight. */
async function goTo(data: DataTab, row: number, column: Column): Promise<void> {
  await data.press('Control+Home');
  for (let below = 1; below < row; below += 1) await data.page.keyboard.press('ArrowDown');
  for (let right = 1; right < at(column); right += 1) await data.page.keyboard.press('ArrowRight');
  await expect(data.cell(row, at(column))).toHaveAttribute('aria-selected', 'true');
}

test.beforeAll(async () => {
  const options = ['-d', '--name', name, '-e', 'POSTGRES_PASSWORD=x', '-p', '127.0.0.1::5432'];
  await docker('run', ...options, testImage, '-c', 'fsync=off');
  await waitFor('the server', () => sql('select 1').catch(() => null));
});
test.afterAll(() => docker('rm', '-f', '-v', name));

test.beforeEach(async () => {
  await sql(`drop table if exists things; drop type if exists mood;
    create type mood as enum ('calm', 'glad', 'sad');
    create table things (id int primary key, active boolean, mood mood default 'calm', born timestamptz,
      price numeric(6,2), tags text[], data jsonb, photo bytea, ref uuid, note text);
    insert into things select n, true, 'calm', '2025-11-26 15:04:59.720515+07', 1.5, '{a,b}', '{"n":1}', '\\x00', null,
      'note ' || n from generate_series(1, 3) n`);
});

test('values are edited by their types and saved', async ({ app, shoot }) => {
  const data = await DataTab.open(app, name);
  await data.openTable('things');
  const { keyboard } = app.page;
  const panel = app.page.getByRole('complementary', { name: 'Value editor' });
  const edit = async (column: Column, ...keys: string[]) => {
    await goTo(data, 1, column);
    await data.press(...keys);
  };

  await edit('active', 'Space');
  await expect(data.cell(1, at('active'))).toHaveAccessibleName('false');
  await edit('mood', 'g');
  await expect(app.page.getByRole('option', { name: 'glad' })).toHaveAttribute('aria-selected', 'true');
  await shoot('enum');
  await keyboard.press('Enter');
  await edit('born', 'F2', 'Home', 'Delete');
  await keyboard.type('1');
  await keyboard.press('Tab');
  await expect(data.active).toHaveAttribute('aria-colindex', String(at('price')));
  await keyboard.type('12345');
  await keyboard.press('Enter');
  await edit('price');
  await expect(data.cell(1, at('price'))).toHaveAttribute('aria-invalid', 'true');
  await expect(data.cell(1, at('price'))).toHaveAccessibleDescription(
    'Only 4 digits fit before the decimal point',
  );
  await shoot('problem');
  await keyboard.type('12.345');
  await keyboard.press('Enter');
  await edit('ref', 'F2', 'Alt+ArrowDown');
  await app.page.getByRole('menuitem', { name: 'New UUID' }).click();
  await edit('note', 'Alt+Delete');
  await expect(data.cell(1, at('note'))).toHaveText('NULL');

  await edit('tags', 'F4');
  await panel.getByRole('button', { name: 'Elements' }).click();
  await panel.getByRole('textbox', { name: 'Element 2' }).fill('b "quoted"');
  await panel.getByRole('button', { name: 'Add element' }).click();
  await panel.getByRole('checkbox', { name: 'NULL' }).last().check();
  await shoot('elements');
  await panel.getByRole('button', { name: 'Close value editor' }).click();
  await edit('data', 'Enter', 'Control+a');
  await panel.getByRole('textbox', { name: 'data' }).fill('{"n": 12345678901234567890');
  await expect(panel.getByRole('status').filter({ hasText: 'Not valid JSON' })).toBeVisible();
  await panel.getByRole('textbox', { name: 'data' }).fill('{"n":12345678901234567890}');
  await panel.getByRole('button', { name: 'Format' }).click();
  await shoot('json');
  await keyboard.press('Escape');
  await expect(data.grid()).toBeFocused();
  await edit('photo', 'F4');
  await panel.locator('input[type=file]').setInputFiles({
    name: 'p.bin',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from([0, 255, 65]),
  });
  await expect(panel).toContainText('3 bytes');
  await keyboard.press('Escape');

  await data.press('Control+s');
  await expect(app.toast('things: 1 row changed.')).toBeVisible();
  expect(
    await sql(`select active, mood, born at time zone 'UTC', price, tags::text, data::text, photo, ref is not null, note is null
      from things where id = 1`),
  ).toBe(
    `f|glad|1025-11-26 08:04:59.720515|12.35|{a,"b \\"quoted\\"",NULL}|{"n": 12345678901234567890}|\\x00ff41|t|t`,
  );
});

test('what was typed is kept, wherever the focus goes', async ({ app }) => {
  const data = await DataTab.open(app, name);
  await data.openTable('things');
  const { keyboard } = app.page;
  await goTo(data, 1, 'note');
  await keyboard.type('left by a click');
  await data.cell(3, at('ref')).click();
  await expect(data.cell(1, at('note'))).toHaveText('left by a click');
  await goTo(data, 2, 'note');
  await keyboard.type('given up');
  await keyboard.press('Escape');
  await expect(data.cell(2, at('note'))).toHaveText('note 2');
  await expect(data.grid()).toBeFocused();
  await keyboard.press('Enter');
  await keyboard.type(', the table left');
  await data.subTab('Structure').click();
  await data.subTab('Rows').click();
  await goTo(data, 2, 'note');
  await expect(data.cell(2, at('note'))).toHaveText('note 2, the table left');
  await goTo(data, 3, 'data');
  await keyboard.type('[1,2]');
  await keyboard.press('Tab');
  await goTo(data, 3, 'mood');
  await keyboard.type('cross');
  await keyboard.press('Tab');
  await expect(data.cell(3, at('mood'))).toHaveText('cross');
  await expect(data.cell(3, at('mood'))).toHaveAttribute('aria-invalid', 'true');
  await data.press('Control+z');
  await expect(data.cell(3, at('mood'))).toHaveText('calm');
  await goTo(data, 1, 'price');
  await app.page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '7\t{x}\r\n8\t"{""y z""}"\r\n');
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  });
  await expect(data.cell(2, at('tags'))).toHaveText('{"y z"}');
  await data.press('Control+s');
  await expect(app.toast('things: 3 rows changed.')).toBeVisible();
  expect(await sql('select mood, price, tags, data, note from things order by id')).toBe(
    `calm|7.00|{x}|{"n": 1}|left by a click
calm|8.00|{"y z"}|{"n": 1}|note 2, the table left
calm|1.50|{a,b}|[1, 2]|note 3`,
  );
});

test('the value editor has the focus when it is opened, and only then', async ({ app }) => {
  const data = await DataTab.open(app, name);
  await data.openTable('things');
  const text = data.viewer.getByRole('textbox', { name: 'data' });
  await goTo(data, 1, 'data');
  for (const opens of ['F4', 'F4', 'Enter']) {
    await data.press(opens);
    await expect(text).toBeFocused();
  }
  await data.press('ArrowDown', 'ArrowUp');
  await expect(data.grid()).toBeFocused();
  await data.press('ArrowDown', 'Enter');
  await expect(text).toBeFocused();
  await data.press('Escape');
  await expect(data.viewer).toBeHidden();
});

test('editors can be read by everybody', async ({ app, shoot }) => {
  const data = await DataTab.open(app, name);
  await data.openTable('things');
  const opened = { mood: 'F2', born: 'F2', tags: 'F4', data: 'F4', photo: 'F4' } as const;
  for (const [column, key] of Object.entries(opened)) {
    await goTo(data, 2, column as Column);
    await data.press(key);
    for (const colorScheme of ['light', 'dark'] as const) {
      await app.page.emulateMedia({ colorScheme });
      await shoot(`${column}-${colorScheme}`);
      expect(await violations(app)).toEqual([]);
    }
    await app.page.keyboard.press('Escape');
  }
});
