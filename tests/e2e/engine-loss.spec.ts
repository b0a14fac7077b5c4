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

  await gate.shut();
  await expect(app.engine).toContainText('Not reachable');
  await expect(app.page.getByRole('alert')).toBeVisible();
  await expect(row).toBeVisible();
  await shoot('engine-lost');

  await docker('stop', name);
  await gate.open();
  await expect(app.engine).toContainText('Docker');
  await expect(row).toContainText('Stopped');
});
