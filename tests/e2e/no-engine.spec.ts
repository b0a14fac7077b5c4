import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EngineGate } from '../support/engine-gate.ts';
import { expect, test } from './fixtures.ts';

const gate = new EngineGate(join(tmpdir(), `howdah-late-${process.pid}.sock`));
test.use({ appEnv: { DOCKER_HOST: `unix://${gate.path}` } });
test.afterEach(() => gate.shut());

test('an address that does not answer is listed with its reason', async ({ app, shoot }) => {
  await app.engine.click();
  await expect(app.page.getByText(gate.path).first()).toBeVisible();
  await shoot('engine-menu');
});
