import { useTranslations } from 'use-intl';
import type { ConsoleState } from '../../../../shared/contract/consoles.ts';
import { useConnectionStore } from '../../stores/connection-store.ts';
import { useNoEngine } from '../engine/use-no-engine.ts';

/** Why nothing can be run now; null: it can. `up`: the instance has a process. */
export function useBlocked(state: ConsoleState | null, up: boolean): string | null {
  const t = useTranslations('sql.toolbar.why');
  const noEngine = useNoEngine();
  const link = useConnectionStore((store) => store.link);
  if (link !== 'connected') return t('noMain');
  if (noEngine !== null) return noEngine;
  // The session knows before the list of instances does that the server is there.
  if (state?.link === 'ready') return null;
  if (!up) return t('stopped');
  if (state === null) return t('opening');
  if (state.link === 'waiting') return t('waiting');
  return null;
}
