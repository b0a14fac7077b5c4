import { useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { classNames } from '../../../components/class-names.ts';
import { VirtualLines } from '../../../components/data-grid/virtual-lines.tsx';
import { Icon } from '../../../components/icon.tsx';
import { PlainText } from '../../../components/plain-text.tsx';
import { type Outline, type OutlineRow, shownRows } from './outline.ts';
import styles from './outline-view.module.css';
import { runInSlices } from './run-in-slices.ts';

interface OutlineViewProps {
  label: string;
  text: string;
  /** The same function for the same kind of text. */
  outlineOf: (text: string) => Generator<void, Outline>;
}

const linePx = 20;

/** A value with parts as lines that can be folded. A large one is laid out without holding up the page. */
export function OutlineView({ label, text, outlineOf }: OutlineViewProps) {
  const t = useTranslations('results.viewer');
  const [outline, setOutline] = useState<Outline | null>(null);
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set());

  useEffect(() => {
    const life = new AbortController();
    setFolded(new Set());
    void runInSlices(outlineOf(text), life.signal).then((next) => {
      if (next !== null && !life.signal.aborted) setOutline(next);
    });
    return () => life.abort();
  }, [text, outlineOf]);

  const shown = useMemo(() => (outline === null ? [] : shownRows(outline.rows, folded)), [outline, folded]);
  if (outline === null) return <p className={styles.note}>{t('layingOut')}</p>;
  return (
    <>
      {outline.cut && <p className={styles.note}>{t('outlineCut', { count: outline.rows.length })}</p>}
      <div className={styles.frame}>
        <VirtualLines
          label={label}
          count={shown.length}
          linePx={linePx}
          renderLine={(line) => {
            const index = shown[line] ?? 0;
            const row = outline.rows[index];
            if (row === undefined) return null;
            return (
              <OutlineLine
                row={row}
                open={!folded.has(index)}
                onToggle={() => setFolded(toggled(folded, index))}
              />
            );
          }}
        />
      </div>
    </>
  );
}

function toggled(folded: ReadonlySet<number>, index: number): ReadonlySet<number> {
  const next = new Set(folded);
  if (!next.delete(index)) next.add(index);
  return next;
}

interface OutlineLineProps {
  row: OutlineRow;
  open: boolean;
  onToggle: () => void;
}

function OutlineLine({ row, open, onToggle }: OutlineLineProps) {
  const t = useTranslations('results.viewer');
  const style = { paddingLeft: 8 + row.depth * 14 };
  const key = row.key !== null && (
    <span className={styles.key}>
      <PlainText text={row.key} />
      {': '}
    </span>
  );
  if (row.kind !== 'object' && row.kind !== 'array') {
    return (
      <div className={styles.leaf} style={style} title={row.text}>
        {key}
        <span className={styles[row.kind]}>
          <PlainText text={row.text} />
        </span>
      </div>
    );
  }
  return (
    <button
      type="button"
      className={styles.folder}
      style={style}
      aria-expanded={open}
      disabled={row.childCount === 0}
      onClick={onToggle}
    >
      <span className={classNames(styles.arrow, open && styles.open)}>
        {row.childCount > 0 && <Icon name="chevron-right" sizePx={12} />}
      </span>
      {key}
      <span className={styles.size}>
        {row.kind === 'array' ? '[]' : '{}'} {row.isCut && '≥ '}
        {t(row.kind === 'array' ? 'elements' : 'keys', { count: row.childCount })}
      </span>
    </button>
  );
}
