import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EngineGate } from '../support/engine-gate.ts';
import { expect, test } from './fixtures.ts';

const gate = new EngineGate(join(tmpdir(), `howdah-late-${process.pid}.sock`));
test.afterEach(() => gate.shut());

test.describe('an engine that was chosen and does not answer', () => {
  test.use({ appEnv: { DOCKER_HOST: `unix://${gate.path}` } });
  test.beforeEach(async ({ dataDir }) => {
    await mkdir(join(dataDir, 'config'), { recursive: true });
    await writeFile(
      join(dataDir, 'config', 'engine.json'),
      JSON.stringify({ chosen: `unix://${gate.path}` }),
    );
  });

  test('is a screen that says what was tried, and goes away by itself', async ({ app, shoot }) => {
    const main = app.page.getByRole('main');
    await expect(app.engine).toContainText('Not reachable');
    await expect(main).toContainText(gate.path);
    await expect(main.getByRole('button', { name: 'Try again' })).toBeVisible();
    await shoot('no-engine');
    await gate.open();
    await expect(app.engine).toContainText('Docker');
    await expect(main.getByRole('heading', { name: 'Instances' })).toBeVisible();
  });
});

test.describe('an address in the environment that does not answer', () => {
  test.use({ appEnv: { DOCKER_HOST: `unix://${gate.path}` } });

  test('is listed in the menu of the engine', async ({ app, shoot }) => {
    await app.engine.getByRole('button').click();
    await expect(app.page.getByText(gate.path).first()).toBeVisible();
    await shoot('engine-menu');
  });
});
