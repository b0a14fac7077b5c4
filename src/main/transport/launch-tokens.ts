import { createSecret, digestSecret, isSameDigest } from './secret-digest.ts';

export interface LaunchToken {
  token: string;
  /** Resolves when a page has traded the token; stays pending if that never happens. */
  redeemed: Promise<void>;
}

interface Pending {
  digest: Buffer;
  expiresAtMs: number;
  resolve: () => void;
}

const lifeMs = 10 * 60_000;

/** Single-use tokens, each worth one session, void ten minutes after issue. */
export interface LaunchTokens {
  issue(): LaunchToken;
  /** True exactly once for a token that was issued and has not expired. */
  redeem(token: string): boolean;
}

export function createLaunchTokens(nowMs: () => number = Date.now): LaunchTokens {
  let pending: Pending[] = [];
  return {
    issue() {
      const token = createSecret();
      const { promise, resolve } = withResolve();
      pending.push({ digest: digestSecret(token), expiresAtMs: nowMs() + lifeMs, resolve });
      return { token, redeemed: promise };
    },
    redeem(token) {
      const digest = digestSecret(token);
      pending = pending.filter(({ expiresAtMs }) => expiresAtMs > nowMs());
      const found = pending.filter((candidate) => isSameDigest(candidate.digest, digest));
      pending = pending.filter((candidate) => !found.includes(candidate));
      for (const { resolve } of found) resolve();
      return found.length > 0;
    },
  };
}

function withResolve(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
