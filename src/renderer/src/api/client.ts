import { type Client, type ClientLink, createORPCClient, type NestedClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '../../../shared/contract/contract.ts';
import { type CallFailure, toCallFailure } from './call-failure.ts';
import { type Connection, connect } from './connect.ts';

type NoContext = Record<never, never>;

let opened: Connection<NestedClient<NoContext>> | undefined;

/** The window's one connection to main, opened at first use. */
export function connection(): Connection<NestedClient<NoContext>> {
  opened ??= connect<NestedClient<NoContext>>();
  return opened;
}

const link: ClientLink<NoContext> = {
  async call(path, input, options) {
    try {
      return await procedureAt(path)(input, options);
    } catch (cause) {
      if (options.signal?.aborted === true) throw cause;
      throw toCallFailure(cause);
    }
  },
};

/** The same procedures, with the one error that the link above lets through. */
type FailingWith<Failure extends Error, Router> = {
  [Key in keyof Router]: Router[Key] extends Client<infer Context, infer Input, infer Output, infer _>
    ? Client<Context, Input, Output, Failure>
    : FailingWith<Failure, Router[Key]>;
};

/** Every procedure of main, typed. Calls fail with `CallFailure`. */
export const client: FailingWith<CallFailure, ContractRouterClient<typeof contract>> = createORPCClient(link);

function procedureAt(path: readonly string[]): Client<NoContext, unknown, unknown, Error> {
  const found = path.reduce<object>((at, key) => Reflect.get(at, key), connection().client);
  return found as Client<NoContext, unknown, unknown, Error>;
}
