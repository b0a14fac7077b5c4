import { useTranslations } from 'use-intl';
import type { HistoryEntry } from '../../../../../shared/contract/history.ts';
import { CopyButton } from '../../../components/copy-button.tsx';
import { Duration } from '../../../components/duration.tsx';
import { PlainText } from '../../../components/plain-text.tsx';
import { RelativeTime } from '../../../components/relative-time.tsx';
import styles from './history-item.module.css';

const mostShown = 400;

/** One statement of the history. */
export function HistoryItem({ entry, onInsert }: { entry: HistoryEntry; onInsert: () => void }) {
  const t = useTranslations('sql.history');
  const { text, atMs, durationMs, rows, error, database } = entry;
  const shown = text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
  return (
    <li className={styles.item}>
      <button type="button" data-entry="" className={styles.entry} title={t('insert')} onClick={onInsert}>
        <code className={styles.text}>
          <PlainText text={shown} multiline />
        </code>
        <span className={styles.facts}>
          <RelativeTime atMs={atMs} /> · <Duration ms={durationMs} />
          {rows !== null && ` · ${t('rows', { count: rows })}`} · <PlainText text={database} />
        </span>
        {error !== null && (
          <span className={styles.error}>
            <PlainText text={[error.sqlState, error.message].filter(Boolean).join(' ')} />
          </span>
        )}
      </button>
      <CopyButton variant="ghost" label={t('copy')} text={text} />
    </li>
  );
}
