import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docker } from '../support/docker-cli.ts';
import { EngineGate } from '../support/engine-gate.ts';
import { testImage } from '../support/test-image.ts';
import { expect, test } from './fixtures.ts';

const gate = new EngineGate(join(tmpdir(), `howdah-gate-${process.pid}.sock`));
test.use({
  appEnv: { DOCKER_HOST: `unix://${gate.path}`, HOME: tmpdir() },
});
test.beforeEach(() => gate.open());
test.afterEach(() => gate.shut());

test('an engine that goes away is a banner over greyed data, and it comes back by itself', async ({
  app,
  prefix,
  shoot,
}) => {
  const name = `${prefix}-db`;
  await docker('run', '-d', '--name', name, '-e', 'POSTGRES_PASSWORD=x', testImage);
  const row = app.row('Instances', name);
  await expect(row).toContainText('Running');
  const instance = await app.openInstance(name);
  await expect(instance.button('Stop')).toBeEnabled();
  await app.go('Instances');

  await gate.shut();
  await expect(app.engine).toContainText('Not reachable');
  await expect(app.page.getByRole('alert')).toBeVisible();
  await expect(row).toBeVisible();
  await expect(app.page.getByRole('button', { name: 'Load image from file…' })).toBeDisabled();
  const stop = row.getByRole('button', { name: `Stop ${name}` });
  await expect(stop).toBeDisabled();
  await expect(stop).toHaveAccessibleDescription('The engine cannot be reached.');
  await row.getByRole('button', { name: `Actions for ${name}` }).click();
  const remove = app.page.getByRole('menuitem', { name: 'Remove' });
  await expect(remove).toBeDisabled();
  await expect(remove).toContainText('The engine cannot be reached.');
  await shoot('engine-lost');
  await app.page.keyboard.press('Escape');
  await app.openInstance(name);
  for (const action of ['Stop', 'Restart', 'Recreate container', 'Remove']) {
    await expect(instance.button(action)).toBeDisabled();
  }
  await app.go('Instances');

  await docker('stop', name);
  await gate.open();
  await expect(app.engine).toContainText('Docker');
  await expect(row).toContainText('Stopped');
  await expect(row.getByRole('button', { name: `Start ${name}` })).toBeEnabled();
});
