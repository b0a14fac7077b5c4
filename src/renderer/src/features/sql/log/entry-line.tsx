import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ConsoleEntry } from '../../../../../shared/contract/consoles.ts';
import { Duration } from '../../../components/duration.tsx';
import { PlainText } from '../../../components/plain-text.tsx';
import { useErrorPresentation } from '../../../errors/use-error-presentation.ts';
import { SqlErrorView } from '../errors/sql-error-view.tsx';
import styles from './entry-line.module.css';
import { eventText } from './event-text.ts';

interface EntryLineProps {
  entry: ConsoleEntry;
  /** Selects the statement in the editor; null: its place is not there. */
  onShowPlace: (() => void) | null;
}

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
});

/** One entry of a console's log: when, and what. */
export function EntryLine({ entry, onShowPlace }: EntryLineProps) {
  return (
    <div className={styles.line} data-kind={entry.kind}>
      <time className={styles.time} dateTime={new Date(entry.atMs).toISOString()}>
        {clock.format(entry.atMs)}
      </time>
      <div className={styles.body}>
        <EntryBody entry={entry} onShowPlace={onShowPlace} />
      </div>
    </div>
  );
}

function EntryBody({ entry, onShowPlace }: EntryLineProps) {
  const t = useTranslations('sql');
  const present = useErrorPresentation();
  switch (entry.kind) {
    case 'statement':
      return (
        <Statement text={entry.text} onShowPlace={onShowPlace}>
          <span className={styles.tag}>{entry.command}</span> · <Duration ms={entry.durationMs} />
        </Statement>
      );
    case 'sql-error':
      return (
        <>
          <Statement text={entry.text} onShowPlace={onShowPlace}>
            <Duration ms={entry.durationMs} />
          </Statement>
          <div className={styles.bad}>
            <SqlErrorView error={entry.error} />
          </div>
        </>
      );
    case 'notice':
      return <Notice entry={entry} />;
    case 'notification':
      return (
        <p>
          {t('log.notification', { channel: entry.channel, pid: String(entry.backendPid) })}{' '}
          <code>
            <PlainText text={entry.payload} />
          </code>
        </p>
      );
    case 'output':
      return (
        <pre className={styles.output}>
          <PlainText text={entry.text} multiline />
        </pre>
      );
    case 'event':
      return <p className={styles.event}>{eventText(entry, t)}</p>;
    case 'failure':
      return (
        <p className={styles.bad}>
          <PlainText text={present(entry.error).text} />
        </p>
      );
    case 'command-error':
      return (
        <p className={styles.bad}>
          <PlainText
            text={t(`error.command.${entry.problem}`, {
              command: entry.command,
              detail: entry.detail ?? '',
            })}
          />
        </p>
      );
  }
}

function Statement({
  text,
  onShowPlace,
  children,
}: {
  text: string;
  onShowPlace: (() => void) | null;
  children: ReactNode;
}) {
  const t = useTranslations('sql.log');
  const shown = <PlainText text={text.replace(/\s+/g, ' ')} />;
  return (
    <div className={styles.statement}>
      {onShowPlace === null ? (
        <code>{shown}</code>
      ) : (
        <button type="button" className={styles.place} title={t('showPlace')} onClick={onShowPlace}>
          {shown}
        </button>
      )}
      <span className={styles.end}>{children}</span>
    </div>
  );
}

function Notice({ entry }: { entry: Extract<ConsoleEntry, { kind: 'notice' }> }) {
  const more = [entry.detail, entry.hint].filter((text) => text !== null).join('\n');
  return (
    <p className={styles.notice}>
      <strong>{entry.severity}:</strong>{' '}
      <PlainText text={[entry.message, more].filter(Boolean).join('\n')} multiline />
    </p>
  );
}
