import { useTranslations } from 'use-intl';
import type { ConsoleState } from '../../../../../shared/contract/consoles.ts';
import { StatusChip } from '../../../components/status-chip.tsx';

/** How the session stands, where it does not stand as it should. */
export function LinkChip({ link }: { link: ConsoleState['link'] }) {
  const t = useTranslations('sql.link');
  switch (link) {
    case 'closed':
    case 'ready':
      return null;
    case 'connecting':
    case 'waiting':
      return (
        <StatusChip tone={link === 'waiting' ? 'warn' : 'idle'} icon="pulse" state={link}>
          {t(link)}
        </StatusChip>
      );
    case 'failed':
      return (
        <StatusChip tone="bad" icon="warning" state={link}>
          {t('failed')}
        </StatusChip>
      );
  }
}
