import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useClearHistory, useHistory } from '../../../api/history.ts';
import { Button } from '../../../components/button.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorBanner } from '../../../components/error-banner.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { errorToShow } from '../../../errors/error-to-show.ts';
import { useErrorToast } from '../../../errors/use-error-toast.ts';
import { HistoryItem } from './history-item.tsx';
import styles from './history-panel.module.css';
import { moveInList } from './move-in-list.ts';

interface HistoryPanelProps {
  instance: string;
  onInsert: (text: string) => void;
  onClose: () => void;
}

/** Statements that were run on this instance, beside the editor. An entry goes into the draft, it never runs. */
export function HistoryPanel({ instance, onInsert, onClose }: HistoryPanelProps) {
  const t = useTranslations('sql.history');
  const [text, setText] = useState('');
  const query = useHistory(instance, text);
  const error = errorToShow(query);
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  const search = useRef<HTMLInputElement>(null);
  const panel = useRef<HTMLElement>(null);

  useEffect(() => search.current?.focus(), []);

  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || !panel.current?.contains(event.target as Node)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    } else if (moveInList(panel.current, event.key)) event.preventDefault();
  };

  return (
    <section ref={panel} className={styles.panel} aria-label={t('title')} onKeyDown={press}>
      <div className={styles.head}>
        <h2>{t('title')}</h2>
        <ClearButton instance={instance} empty={entries.length === 0 && text === ''} />
        <IconButton icon="close" label={t('close')} onClick={onClose} />
      </div>
      <div className={styles.search}>
        <TextField ref={search} label={t('search')} type="search" value={text} onChange={setText} />
      </div>
      {error !== null && <ErrorBanner error={error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && entries.length === 0 && (
        <EmptyState title={t(text === '' ? 'empty' : 'nothing')}>{t('hint')}</EmptyState>
      )}
      <ul className={styles.list}>
        {entries.map((entry) => (
          <HistoryItem key={entry.id} entry={entry} onInsert={() => onInsert(entry.text)} />
        ))}
        {query.hasNextPage && (
          <li className={styles.more}>
            <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('more')}
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
}

function ClearButton({ instance, empty }: { instance: string; empty: boolean }) {
  const t = useTranslations('sql.history');
  const clear = useClearHistory();
  const showError = useErrorToast();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="ghost" disabledReason={empty ? t('empty') : null} onClick={() => setAsking(true)}>
        {t('clear')}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('clear')}
        confirmLabel={t('clear')}
        busy={clear.isPending}
        onConfirm={() =>
          clear.mutate(
            { instance },
            { onSettled: () => setAsking(false), onError: ({ error }) => showError(error) },
          )
        }
      >
        <p>{t('clearBody', { name: instance })}</p>
      </ConfirmDialog>
    </>
  );
}
