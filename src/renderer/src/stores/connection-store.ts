import { create } from 'zustand';

/** Whether main can be reached. `session-lost`: for good, the window must be opened anew from the app. */
export type LinkState = 'connecting' | 'connected' | 'reconnecting' | 'session-lost';

export const useConnectionStore = create<{ link: LinkState }>(() => ({ link: 'connecting' }));
