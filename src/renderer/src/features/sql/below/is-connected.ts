import type { ConsoleState } from '../../../../../shared/contract/consoles.ts';

/** There is nothing to say about the session itself: it is there, or it was not asked for. */
export const isConnected = (state: ConsoleState | null): boolean =>
  state?.link === 'ready' || state?.link === 'closed';
