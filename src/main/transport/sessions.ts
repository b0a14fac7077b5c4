import { createSecret, digestSecret, isSameDigest } from './secret-digest.ts';

/** Secrets that open the WebSocket, valid as long as this process lives. */
export interface Sessions {
  open(): string;
  has(secret: string): boolean;
}

export function createSessions(): Sessions {
  const digests: Buffer[] = [];
  return {
    open() {
      const secret = createSecret();
      digests.push(digestSecret(secret));
      return secret;
    },
    has(secret) {
      const digest = digestSecret(secret);
      return digests.filter((known) => isSameDigest(known, digest)).length > 0;
    },
  };
}
