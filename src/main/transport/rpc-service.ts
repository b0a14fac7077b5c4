import type { AnyContractRouter } from '@orpc/contract';
import type { Context, Router } from '@orpc/server';
import type { Logger } from '../lib/logger.ts';

/** What a transport serves. */
export interface RpcService<T extends Context> {
  router: Router<AnyContractRouter, T>;
  /** Initial context, asked for once per connection. */
  createContext: () => T;
  log: Logger;
}
