import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useInspect } from '../../api/instances.ts';
import { Button } from '../../components/button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { ErrorBanner } from '../../components/error-banner.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { errorToShow } from '../../errors/error-to-show.ts';
import styles from './inspect-tab.module.css';
import { jsonRows } from './json-rows.ts';
import { JsonTree } from './json-tree.tsx';

/** What the engine itself says about the container. */
export function InspectTab({ name }: { name: string }) {
  const t = useTranslations('inspect');
  const [reveal, setReveal] = useState(false);
  const [search, setSearch] = useState('');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const wanted = useDeferredValue(search.trim());
  const query = useInspect(name, reveal);
  const value = query.data;
  const error = errorToShow(query);
  const rows = useMemo(
    () => (value === undefined ? [] : jsonRows(value, { closed, search: wanted })),
    [value, closed, wanted],
  );
  const everyFolder = () =>
    jsonRows(value, { closed: new Set(), search: '' }).filter(
      ({ depth, text }) => depth > 0 && text === null,
    );

  return (
    <div className={styles.tab}>
      <div className={styles.bar}>
        <input
          className={styles.search}
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <span className={styles.count} role="status">
          {wanted !== '' && t('matches', { count: rows.filter(({ matches }) => matches).length })}
        </span>
        <span className={styles.space} />
        <Button
          variant="ghost"
          disabled={wanted !== ''}
          onClick={() =>
            setClosed(closed.size > 0 ? new Set() : new Set(everyFolder().map(({ path }) => path)))
          }
        >
          {t(closed.size > 0 ? 'expandAll' : 'collapseAll')}
        </Button>
        <Button onClick={() => setReveal(!reveal)}>{t(reveal ? 'hideSecrets' : 'showSecrets')}</Button>
        <CopyButton label={t('copy')} text={() => JSON.stringify(value, null, 2)} />
      </div>
      {error !== null && <ErrorBanner title={t('failed')} error={error} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.frame} aria-label={t('label')} aria-busy={query.isPending} tabIndex={0}>
        {query.isPending ? (
          <Bones />
        ) : (
          <JsonTree rows={rows} onToggle={(path) => setClosed(toggled(closed, path))} />
        )}
      </section>
    </div>
  );
}

function toggled(paths: ReadonlySet<string>, path: string): ReadonlySet<string> {
  const next = new Set(paths);
  if (!next.delete(path)) next.add(path);
  return next;
}

function Bones() {
  return (
    <div className={styles.bones}>
      {[180, 260, 320, 220, 280, 160].map((widthPx) => (
        <Skeleton key={widthPx} widthPx={widthPx} />
      ))}
    </div>
  );
}
