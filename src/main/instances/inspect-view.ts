import type { EngineHandle } from './engine-handle.ts';
import { maskSecrets } from './mask-secrets.ts';

/**
 * The engine's own JSON about a container, its secrets masked unless `reveal`.
 * @throws AppFailure `not-found`, `engine-unreachable`
 */
export async function inspectView(engine: EngineHandle, idOrName: string, reveal: boolean): Promise<unknown> {
  const inspect = await engine.client().inspectContainer(idOrName);
  return reveal ? inspect : maskSecrets(inspect);
}
