import type { ClientLink } from '@orpc/client';

/** A link to the main process and its end. */
export interface OpenLink {
  link: ClientLink<Record<never, never>>;
  /** Resolves when the link is gone. */
  closed: Promise<void>;
  isClosed(): boolean;
  close(): void;
}
