import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EngineGate } from '../support/engine-gate.ts';
import { expect, test } from './fixtures.ts';

const dockerConfig = join(tmpdir(), `howdah-contexts-${process.pid}`);
const oldSocket = join(tmpdir(), `howdah-old-${process.pid}.sock`);
const gate = new EngineGate(join(tmpdir(), `howdah-late-${process.pid}.sock`));
test.afterEach(() => gate.shut());

async function choose(dataDir: string, socketPath: string): Promise<void> {
  await mkdir(join(dataDir, 'config'), { recursive: true });
  await writeFile(join(dataDir, 'config', 'engine.json'), JSON.stringify({ chosen: `unix://${socketPath}` }));
}

test.describe('an engine that was chosen and does not answer', () => {
  test.use({ appEnv: { DOCKER_HOST: `unix://${gate.path}` } });
  test.beforeEach(async ({ dataDir }) => {
    await choose(dataDir, gate.path);
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

test.describe('an engine that is too old, and a context over ssh', () => {
  const old = createServer((_, response) => void response.setHeader('Api-Version', '1.24').end('OK'));
  test.use({ appEnv: { DOCKER_HOST: `unix://${oldSocket}`, DOCKER_CONFIG: dockerConfig } });
  test.beforeEach(async ({ dataDir }) => {
    await choose(dataDir, oldSocket);
    const context = join(dockerConfig, 'contexts', 'meta', 'far');
    await mkdir(context, { recursive: true });
    const endpoints = { docker: { Host: 'ssh://somebody@far.example' } };
    await writeFile(join(context, 'meta.json'), JSON.stringify({ Name: 'far', Endpoints: endpoints }));
    await new Promise<void>((resolve) => old.listen(oldSocket, resolve));
  });
  test.afterEach(async () => {
    old.closeAllConnections();
    await new Promise((resolve) => old.close(resolve));
    await rm(dockerConfig, { recursive: true });
  });

  test('are listed with the reason of each', async ({ app, shoot }) => {
    const tried = app.page.getByRole('table', { name: 'What was tried' });
    await expect(tried.getByRole('row').filter({ hasText: oldSocket })).toContainText(
      'too old for Howdah: 1.24 < 1.40',
    );
    const ssh = tried.getByRole('row').filter({ hasText: 'ssh://somebody@far.example' });
    await expect(ssh).toContainText('ssh is not supported yet');
    await expect(ssh.getByRole('button')).toHaveCount(0);
    await shoot('engines-that-do-not-fit');
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
