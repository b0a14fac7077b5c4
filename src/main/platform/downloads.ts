import { createHash, randomBytes } from 'node:crypto';
import type { FileToSave } from './file-to-save.ts';

interface Offer {
  file: FileToSave;
  expiresAtMs: number;
}

const lifeMs = 60_000;

/** Files that a page may fetch: each by a ticket of its own, once, within a minute. */
export interface Downloads {
  /** Answers the ticket: 32 random bytes, base64url. */
  offer(file: FileToSave): string;
  /** The file, exactly once; null for a ticket that was used, is too old, or never was. */
  redeem(ticket: string): FileToSave | null;
}

export function createDownloads(nowMs: () => number = Date.now): Downloads {
  const offers = new Map<string, Offer>();
  const forgetOld = (): void => {
    for (const [key, { expiresAtMs }] of offers) if (expiresAtMs <= nowMs()) offers.delete(key);
  };
  return {
    offer(file) {
      forgetOld();
      const ticket = randomBytes(32).toString('base64url');
      offers.set(digest(ticket), { file, expiresAtMs: nowMs() + lifeMs });
      return ticket;
    },
    redeem(ticket) {
      forgetOld();
      const key = digest(ticket);
      const offer = offers.get(key);
      offers.delete(key);
      return offer?.file ?? null;
    },
  };
}

/** Looked up by digest, so that the time it takes says nothing about the tickets that are valid. */
function digest(ticket: string): string {
  return createHash('sha256').update(ticket).digest('base64');
}
