import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { docker } from '../support/docker-cli.ts';
import { query } from '../support/query.ts';
import { startApp } from '../support/start-app.ts';
import { waitFor } from '../support/wait-for.ts';
import { expect, test } from './fixtures.ts';
import { AppWindow } from './pages/app-window.ts';
import { InstancePage } from './pages/instance-page.ts';
import { SqlConsole } from './pages/sql-console.ts';

test('a restart during a query is told, and the console comes back by itself', async ({
  app,
  prefix,
  shoot,
}) => {
  const name = `${prefix}-restart`;
  const sql = await SqlConsole.start(app, name);
  const draft = 'begin;\nselect 42 as answer;\nselect pg_sleep(60)';
  await sql.runAll(draft);
  await expect(sql.button('Cancel query')).toBeVisible();
  await expect(sql.tab('Result 1')).toBeVisible();
  await docker('restart', '-t', '10', name);
  await expect(sql.page.getByRole('main')).toContainText('The connection to the server was lost.');
  await expect(sql.page.getByRole('main')).toContainText('The open transaction was lost');
  await expect(sql.page.getByRole('main')).toContainText('Connected again.');
  await expect(sql.transaction).toHaveText('Idle · autocommit');
  await expect(sql.alert).toContainText('The statement was cut off: terminating connection');
  await shoot('reconnected');
  await sql.expectText(draft);
  await sql.tab('Result 1').click();
  await expect(sql.cell('42')).toBeVisible();
  await sql.run('select 43 as after');
  await expect(sql.cell('43')).toBeVisible();

  await docker('stop', '-t', '10', name);
  const note = sql.page.getByRole('note').filter({ hasText: `${name} is stopped` });
  await expect(note).toBeVisible();
  await expect(sql.button('Run')).toBeDisabled();
  await expect(sql.button('Run')).toHaveAccessibleDescription(/stopped/);
  await shoot('stopped');
  await sql.write('select 44 as again');
  await note.getByRole('button', { name: 'Start' }).click();
  await expect(sql.button('Run')).toBeEnabled();
  await sql.run('select 44 as again');
  await expect(sql.cell('44')).toBeVisible();
});

test('drafts come back after the app was killed, and nothing runs by itself', async ({
  page,
  dataDir,
  prefix,
}) => {
  const name = `${prefix}-kill`;
  const first = await startApp(dataDir);
  await page.goto(first.url);
  const sql = await SqlConsole.start(new AppWindow(page), name);
  await sql.runAll('create table ran (n int)');
  await expect(sql.outcome).toContainText('1 statement');
  await sql.button('New query').click();
  await expect(sql.tab('Query 2')).toHaveAttribute('aria-selected', 'true');
  const draft = "insert into ran values (1);\n-- é😀\nselect 'unfinished";
  await sql.write(draft);
  await waitFor('the draft on the disk', () => keeps(join(dataDir, 'consoles'), draft));
  const died = once(first.process, 'exit');
  first.process.kill('SIGKILL');
  await died;
  await expect(sql.button('Run')).toBeDisabled();
  await sql.expectText(draft);

  const second = await startApp(dataDir);
  await page.goto(second.url);
  const again = await SqlConsole.open(new AppWindow(page), name);
  await again.tab('Query 2').click();
  await again.expectText(draft);
  await again.tab('Query 1').click();
  await again.expectText('create table ran (n int)');
  await expect(again.log).toContainText('Nothing has run yet');
  const instance = new InstancePage(page);
  await instance.tab('Overview');
  const rows = await query(await instance.copy('Copy URI'), 'select count(*)::int as n from ran');
  expect(rows).toEqual([{ n: 0 }]);
  await second.stop();
});

/** True when a file below the folder holds this draft, null while none does. */
async function keeps(folder: string, draft: string): Promise<true | null> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    // What is being written has another name until it is whole.
    if (!entry.name.endsWith('.json')) continue;
    const text = await readFile(join(entry.parentPath, entry.name), 'utf8').catch(() => '');
    if (text.includes(JSON.stringify(draft))) return true;
  }
  return null;
}
