import { useTranslations } from 'use-intl';
import type { Instance } from '../../../../shared/contract/instances.ts';
import { PlainText } from '../../components/plain-text.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { InstanceStateChip } from '../instance/instance-state-chip.tsx';
import { isUp } from '../instance/is-up.ts';
import styles from './instances-table.module.css';

/** State and health, and under it what a person has to know about how it came to it. */
export function InstanceStateCell({ instance }: { instance: Instance }) {
  const t = useTranslations('instances');
  const { state, exitCode, uncleanShutdown, halfInitialised, decisiveLogLine } = instance;
  const down = !isUp(state);
  const failed = state === 'crash-loop' || (down && exitCode !== null && exitCode !== 0);
  return (
    <>
      <span className={styles.chips}>
        <InstanceStateChip instance={instance} />
        {halfInitialised && (
          <StatusChip tone="warn" icon="warning" title={t('halfInitialisedWhy')}>
            {t('halfInitialised')}
          </StatusChip>
        )}
      </span>
      {failed && decisiveLogLine !== null && (
        <span className={styles.why} title={decisiveLogLine}>
          <PlainText text={decisiveLogLine} />
        </span>
      )}
      {down && uncleanShutdown && <span className={styles.warn}>{t('unclean')}</span>}
      {failed && down && !uncleanShutdown && decisiveLogLine === null && (
        <span className={styles.small}>{t('exitCode', { code: `${exitCode}` })}</span>
      )}
    </>
  );
}
