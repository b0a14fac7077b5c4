import { once } from 'node:events';
import { docker } from '../support/docker-cli.ts';
import { query } from '../support/query.ts';
import { startApp } from '../support/start-app.ts';
import { waitFor } from '../support/wait-for.ts';
import { expect, test } from './fixtures.ts';
import { AppWindow } from './pages/app-window.ts';

test('a reset that was killed in the middle is offered at the next start, and rolled back', async ({
  page,
  dataDir,
  prefix,
}, info) => {
  const name = `${prefix}-db`;
  const first = await startApp(dataDir);
  await page.goto(first.url);
  const instance = await new AppWindow(page).createInstance(name);
  const uri = await instance.copy('Copy URI');
  await query(uri, 'create table kept (n int)', 'insert into kept values (1), (2), (3)');

  await instance.reset();
  await waitFor('the fresh volume', async () => {
    const volumes = await docker('volume', 'ls', '-q', '--filter', `name=${name}`);
    return volumes.includes('\n') ? volumes : null;
  });
  const died = once(first.process, 'exit');
  first.process.kill('SIGKILL');
  await died;
  await expect(page.getByRole('alert')).toContainText('connection to Howdah was lost');
  await expect(instance.button('Stop')).toBeDisabled();
  await page.screenshot({ path: info.outputPath('host-lost.png') });

  const second = await startApp(dataDir);
  await page.goto(second.url);
  const app = new AppWindow(page);
  const banner = app.page.getByRole('note').filter({ hasText: `Reset volume of ${name}` });
  await expect(banner).toContainText('was under way when Howdah ended');
  const finish = banner.getByRole('button', { name: `Finish Reset volume of ${name}` });
  await expect(finish).toBeEnabled();
  await page.screenshot({ path: info.outputPath('interrupted.png') });
  await banner.getByRole('button', { name: `Roll back Reset volume of ${name}` }).click();

  await expect(app.toast(/everything is as before/)).toBeVisible();
  await expect(banner).toBeHidden();
  await expect(app.row('Instances', name)).toContainText('Running');
  expect(await query(uri, 'select count(*)::int as n from kept')).toEqual([{ n: 3 }]);
  expect(await docker('ps', '-a', '--format', '{{.Names}}', '--filter', `name=${prefix}`)).toBe(name);
  expect(await docker('volume', 'ls', '-q', '--filter', `name=${name}`)).toBe(`${name}-data`);
  await app.go('Activity');
  await expect(app.page.getByRole('main')).toContainText('Taken back');
  await second.stop();
});
