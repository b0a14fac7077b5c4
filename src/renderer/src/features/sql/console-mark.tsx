import { useTranslations } from 'use-intl';
import styles from './console-mark.module.css';
import { useConsoleFeed } from './use-console-feed.ts';

/** Tells on a console's tab that something runs in it or a transaction is open. */
export function ConsoleMark({ id }: { id: string }) {
  const t = useTranslations('sql.tabs');
  const { state } = useConsoleFeed(id);
  if (state === null) return null;
  if (state.running !== null)
    return <span className={styles.running} aria-hidden="true" title={t('running')} />;
  if (state.transaction !== 'idle')
    return <span className={styles.open} aria-hidden="true" title={t('transaction')} />;
  return null;
}
