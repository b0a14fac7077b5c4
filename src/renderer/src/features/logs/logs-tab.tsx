import { useRef, useState, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { useLog } from '../../api/use-log.ts';
import { Button } from '../../components/button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBanner } from '../../components/error-banner.tsx';
import { LogBuffer } from './log-buffer.ts';
import { LogLines } from './log-lines.tsx';
import styles from './logs-tab.module.css';
import { useStickyBottom } from './use-sticky-bottom.ts';

const TAIL = 5_000;
const CAPACITY = 20_000;
const ROW_PX = 18;

/** What the container wrote and writes, with new lines as they come. */
export function LogsTab({ containerId }: { containerId: string }) {
  const t = useTranslations('logs');
  const [buffer] = useState(() => new LogBuffer(CAPACITY));
  const log = useLog({ containerId, tail: TAIL, follow: true }, buffer);
  useSyncExternalStore(buffer.subscribe, buffer.version);
  const scroller = useRef<HTMLDivElement>(null);
  const nextNumber = buffer.taken;
  const sticky = useStickyBottom(scroller, {
    nextNumber,
    forgotten: nextNumber - buffer.length,
    rowPx: ROW_PX,
  });
  const unseen = sticky.pausedAt === null ? 0 : nextNumber - sticky.pausedAt;

  return (
    <div className={styles.tab}>
      <div className={styles.bar}>
        <span className={styles.count}>{t('lines', { count: buffer.length })}</span>
        {buffer.dropped > 0 && (
          <span className={styles.dropped}>{t('dropped', { count: buffer.dropped })}</span>
        )}
        <span className={styles.space} />
        <Button aria-pressed={sticky.following} onClick={() => sticky.setFollowing(!sticky.following)}>
          {t('follow')}
        </Button>
        <CopyButton text={() => buffer.text()} label={t('copy')} />
      </div>
      {log.state === 'failed' && <ErrorBanner error={log.error} title={t('failed')} onRetry={log.again} />}
      <div className={styles.frame}>
        <LogLines
          ref={scroller}
          buffer={buffer}
          rowPx={ROW_PX}
          label={t('label')}
          onScroll={sticky.onScroll}
        />
        {buffer.length === 0 && log.state === 'ended' && (
          <div className={styles.empty}>
            <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>
          </div>
        )}
        {unseen > 0 && (
          <div className={styles.hint}>
            <Button variant="primary" onClick={() => sticky.setFollowing(true)}>
              {t('newLines', { count: unseen })}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
