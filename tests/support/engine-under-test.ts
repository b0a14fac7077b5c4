import { EngineConnection } from '../../src/main/docker/engine-connection.ts';
import { createSilentLogger } from '../../src/main/lib/logger.ts';

/** A connection to the engine at this address and to no other one. The caller disposes it. */
export async function openEngine(address = engineAddress()): Promise<EngineConnection> {
  const engine = new EngineConnection({
    env: {},
    home: '/nonexistent',
    platform: process.platform,
    log: createSilentLogger(),
    choiceStore: { get: async () => address, set: async () => undefined },
  });
  await engine.start();
  return engine;
}

/** The engine that `npm test` runs against. */
export function engineAddress(): string {
  return process.env.DOCKER_HOST ?? 'unix:///var/run/docker.sock';
}
