import type { ReactNode } from 'react';
import { NoEngineScreen } from './no-engine-screen.tsx';
import { useEngineView } from './use-engine-view.ts';

/** Screens about things of an engine show how to get one as long as none has ever answered. */
export function EngineGate({ children }: { children: ReactNode }) {
  return useEngineView() === 'never' ? <NoEngineScreen /> : children;
}
