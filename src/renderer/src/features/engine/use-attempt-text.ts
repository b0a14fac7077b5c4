import { useTranslations } from 'use-intl';
import type { EngineAttempt } from '../../../../shared/engine-attempt.ts';
import { visibleText } from '../../components/visible-text.ts';

/** Why an address is not in use, in words. */
export function useAttemptText(): (attempt: EngineAttempt) => string {
  const t = useTranslations('engine');
  return ({ failure }) => {
    if (failure === null) return t('answers');
    return t(`reason.${failure.reason}`, { detail: visibleText(failure.detail) });
  };
}
