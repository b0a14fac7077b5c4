import { useEngineStatus } from '../../api/engine.ts';
import { useConnectionStore } from '../../stores/connection-store.ts';

export type EngineView = 'unknown' | 'never' | 'lost' | 'here';

/** What the window shows because of the engine: nothing yet, the no-engine screen, greyed data, or live data. */
export function useEngineView(): EngineView {
  const link = useConnectionStore((store) => store.link);
  const { data: status } = useEngineStatus();
  if (status === undefined) return 'unknown';
  if (status.state === 'connected') return link === 'connected' ? 'here' : 'lost';
  if (status.engine !== null) return 'lost';
  return status.state === 'connecting' && status.tried.length === 0 ? 'unknown' : 'never';
}
