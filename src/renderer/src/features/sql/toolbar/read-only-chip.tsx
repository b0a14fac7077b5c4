import { useTranslations } from 'use-intl';
import { useConsolePreferences } from '../../../api/consoles.ts';
import { StatusChip } from '../../../components/status-chip.tsx';

/** Tells that nothing can be changed from the consoles of this instance, while that is so. */
export function ReadOnlyChip({ instance }: { instance: string }) {
  const t = useTranslations('sql.settings');
  const { data: preferences } = useConsolePreferences(instance);
  if (preferences?.readOnly !== true) return null;
  return (
    <StatusChip tone="accent" title={t('readOnlyNote')}>
      {t('readOnly')}
    </StatusChip>
  );
}
