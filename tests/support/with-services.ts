import { createRouterClient, type RouterClient } from '@orpc/server';
import { router } from '../../src/main/api/router.ts';
import { createServices, type Services } from '../../src/main/create-services.ts';
import { createSilentLogger } from '../../src/main/lib/logger.ts';
import { resolveAppPaths } from '../../src/main/platform/app-paths.ts';
import { createNodePlatform } from '../../src/main/platform/node-platform.ts';
import type { Operation, OperationStarted } from '../../src/shared/contract/operations.ts';
import { withTemporaryFolder } from './temporary-folder.ts';
import { waitFor } from './wait-for.ts';

export interface TestServices {
  /** The contract, called in this process. */
  call: RouterClient<typeof router>;
  /** What the contract is answered from, for a transport. */
  services: Services;
  /** Waits for the end of an operation; fails with its error. */
  finished(started: OperationStarted): Promise<Operation>;
}

/** Runs `work` against the real services on the real engine, with a data folder of their own. */
export function withServices<T>(work: (services: TestServices) => Promise<T>): Promise<T> {
  return withTemporaryFolder(async (dataDir) => {
    const platform = createNodePlatform({ paths: resolveAppPaths(dataDir) });
    const services = await createServices({ platform, log: createSilentLogger() });
    try {
      const call = createRouterClient(router, { context: { services } });
      await waitFor('an engine', async () =>
        (await call.engine.status()).state === 'connected' ? true : null,
      );
      const finished = async ({ operationId }: OperationStarted) => {
        const operation = await services.operations.ended(operationId);
        if (operation.state === 'succeeded') return operation;
        throw new Error(`${operation.kind} ${operation.state}: ${JSON.stringify(operation.error)}`);
      };
      return await work({ call, finished, services });
    } finally {
      await services.dispose();
    }
  });
}
