import type { WebFrameMain } from 'electron';
import { pageOrigin } from './page-scheme.ts';

/** Whether a message comes from our own page itself: its top frame, on our origin. */
export function isTrustedSender(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && frame.origin === pageOrigin;
}
