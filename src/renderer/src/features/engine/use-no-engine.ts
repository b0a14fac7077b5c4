import { useTranslations } from 'use-intl';
import { useEngineView } from './use-engine-view.ts';

/** Why nothing can be done on the engine now, for the buttons that would; null while it answers. */
export function useNoEngine(): string | null {
  const t = useTranslations('errors');
  const view = useEngineView();
  return view === 'lost' || view === 'never' ? t('engineUnreachable') : null;
}
