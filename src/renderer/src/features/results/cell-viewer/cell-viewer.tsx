import { type ReactNode, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../components/button.tsx';
import { CopyButton } from '../../../components/copy-button.tsx';
import type { GridValue } from '../../../components/data-grid/grid-source.ts';
import { ErrorBanner } from '../../../components/error-banner.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { PlainText } from '../../../components/plain-text.tsx';
import { saveFile } from '../../../components/save-file.ts';
import { Segments } from '../../../components/segments.tsx';
import { useByteSize } from '../../../components/use-byte-size.ts';
import { arrayOutline } from './array-outline.ts';
import { BytesView } from './bytes-view.tsx';
import { type CellLook, cellLook } from './cell-look.ts';
import styles from './cell-viewer.module.css';
import { decodeBytea } from './decode-bytea.ts';
import { jsonOutline } from './json-outline.ts';
import { OutlineView } from './outline-view.tsx';
import { mostShown } from './read-shown-text.ts';
import { TextView } from './text-view.tsx';
import { useShownText, type WholeValue } from './use-shown-text.ts';

interface CellViewerProps {
  /** Names the value among all others. */
  place: string;
  column: { name: string; type: string };
  /** Counted from 1. */
  row: number;
  value: GridValue;
  /** The pieces of the whole value, when `value` is only its beginning. */
  read: (signal: AbortSignal) => AsyncIterable<string>;
  onClose: () => void;
  /** What to do about a value that is too long to be shown. */
  onExport?: () => void;
  /** Buttons below its name. */
  actions?: ReactNode;
}

/** One value whole: JSON and arrays as a tree, bytes as a dump, texts wrapped. */
export function CellViewer({ place, column, row, value, read, onClose, onExport, actions }: CellViewerProps) {
  const t = useTranslations('results.viewer');
  const whole = useShownText(place, value, read);
  const look = cellLook(column.type);
  return (
    <aside
      className={styles.viewer}
      aria-label={t('label')}
      aria-busy={whole.reading}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header className={styles.head}>
        <h2 className={styles.title}>
          <PlainText text={column.name} /> <span className={styles.type}>{column.type}</span>
        </h2>
        <span className={styles.row}>{t('row', { row })}</span>
        <IconButton icon="close" label={t('close')} onClick={onClose} />
      </header>
      {actions}
      {whole.error !== null && <ErrorBanner title={t('failed')} error={whole.error} />}
      {whole.cut && whole.error === null && (
        <div className={styles.cut}>
          {t('cut')}
          {onExport !== undefined && <Button onClick={onExport}>{t('export')}</Button>}
        </div>
      )}
      {value === null ? (
        <p className={styles.null}>NULL</p>
      ) : (
        <Content key={look} look={look} column={column} whole={whole} value={value} />
      )}
    </aside>
  );
}

interface ContentProps {
  look: CellLook;
  column: { name: string; type: string };
  whole: WholeValue;
  value: Exclude<GridValue, null>;
}

const boxes = (text: string) => arrayOutline(text, ';');
const elements = (text: string) => arrayOutline(text, ',');

function Content({ look, column, whole, value }: ContentProps) {
  const t = useTranslations('results.viewer');
  const [raw, setRaw] = useState(false);
  const [mono, setMono] = useState(true);
  const bytes = useMemo(() => (look === 'bytes' ? decodeBytea(whole.text) : null), [look, whole.text]);
  const isText = look === 'text' || raw;
  // Laid out once all of it is there: a tree that grows under the hand is of no use.
  const isTree = !isText && bytes === null;
  return (
    <>
      <div className={styles.bar}>
        <Length whole={whole} value={value} bytes={bytes} />
        <span className={styles.space} />
        {look !== 'text' && (
          <Segments
            label={t('view')}
            value={raw ? 'raw' : 'laid-out'}
            onChange={(next) => setRaw(next === 'raw')}
            options={[
              { value: 'laid-out', label: t(`look.${look}`) },
              { value: 'raw', label: t('look.raw') },
            ]}
          />
        )}
        {look === 'text' && (
          <Button aria-pressed={mono} onClick={() => setMono(!mono)}>
            {t('mono')}
          </Button>
        )}
        {bytes !== null && (
          <Button
            disabledReason={whole.reading ? t('stillReading') : null}
            onClick={() => saveFile(new Blob([bytes]), `${column.name || 'value'}.bin`)}
          >
            {t('save')}
          </Button>
        )}
        <CopyButton
          label={t('copy')}
          text={whole.text}
          disabledReason={whole.reading ? t('stillReading') : whole.cut ? t('cut') : null}
        />
      </div>
      {isText && <TextView text={whole.text} mono={mono} />}
      {!isText && bytes !== null && <BytesView bytes={bytes} />}
      {isTree && whole.reading && <p className={styles.reading}>{t('stillReading')}</p>}
      {isTree && !whole.reading && (
        <OutlineView
          label={t('value')}
          text={whole.text}
          outlineOf={look === 'json' ? jsonOutline : column.type === 'box[]' ? boxes : elements}
        />
      )}
    </>
  );
}

interface LengthProps {
  whole: WholeValue;
  value: Exclude<GridValue, null>;
  bytes: Uint8Array | null;
}

/** How long it is: bytes of a bytea, else characters and the bytes they take on the server. */
function Length({ whole, value, bytes }: LengthProps) {
  const t = useTranslations('results.viewer');
  const byteSize = useByteSize();
  const size = useMemo(
    () => (typeof value === 'string' ? new Blob([value]).size : value.lengthBytes),
    [value],
  );
  if (whole.reading)
    return (
      <span className={styles.length} role="status">
        {t('reading', { read: byteSize(whole.text.length), whole: byteSize(Math.min(size, mostShown)) })}
      </span>
    );
  if (bytes !== null && !whole.cut)
    return <span className={styles.length}>{t('bytes', { count: bytes.length })}</span>;
  return (
    <span className={styles.length}>
      {whole.cut ? byteSize(size) : t('characters', { count: whole.text.length, size: byteSize(size) })}
    </span>
  );
}
