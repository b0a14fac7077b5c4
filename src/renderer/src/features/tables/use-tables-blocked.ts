import { useTranslations } from 'use-intl';
import type { Instance } from '../../../../shared/contract/instances.ts';
import { useConnectionStore } from '../../stores/connection-store.ts';
import { useNoEngine } from '../engine/use-no-engine.ts';
import { isUp } from '../instance/is-up.ts';

/** Why nothing can be asked of the server now; null: it can. */
export function useTablesBlocked({ state, ready }: Instance): string | null {
  const t = useTranslations('tables.blocked');
  const noEngine = useNoEngine();
  const link = useConnectionStore((store) => store.link);
  if (link !== 'connected') return t('noMain');
  if (noEngine !== null) return noEngine;
  if (!isUp(state)) return t('stopped');
  return ready === true ? null : t('waiting');
}
