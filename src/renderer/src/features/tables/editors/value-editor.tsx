import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RelationColumn } from '../../../../../shared/contract/relations.ts';
import type { Cell } from '../../../../../shared/contract/results.ts';
import type { StagedValue } from '../../../../../shared/contract/row-changes.ts';
import { Button } from '../../../components/button.tsx';
import { ErrorBanner } from '../../../components/error-banner.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { PlainText } from '../../../components/plain-text.tsx';
import { useByteSize } from '../../../components/use-byte-size.ts';
import { mostEditedBytes } from './file-value.ts';
import { useWholeValue } from './use-whole-value.ts';
import styles from './value-editor.module.css';
import { ValuePanel } from './value-panel.tsx';

interface ValueEditorProps {
  column: RelationColumn;
  /** As it stands beside the row. */
  rowLabel: string;
  /** As it was read, perhaps only its beginning, or as it is staged. */
  value: Cell | StagedValue;
  /** The pieces of the whole value, when `value` is only its beginning. */
  read: (signal: AbortSignal) => AsyncIterable<string>;
  /** Why it cannot be changed. */
  refusal: string | null;
  /** What is wrong with it. */
  problem: string | null;
  /** Another object each time it is opened to be worked in; null: shown because its cell is active. */
  opening: object | null;
  /** Buttons below its name. */
  actions: ReactNode;
  onChange: (value: StagedValue) => void;
  /** Gives the focus back to the grid. */
  onClose: () => void;
}

/** Openings that had the focus: it is not taken again when the cell becomes active once more. */
const focused = new WeakSet<object>();

/**
 * One value with room for it, beside the grid: long texts, JSON, arrays, bytes. What is typed is staged when the focus
 * leaves it, and when it is closed. Give another cell another `key`.
 */
export function ValueEditor(props: ValueEditorProps) {
  const { column, rowLabel, value, read, refusal, problem, opening, onClose } = props;
  const t = useTranslations('tableEditors.panel');
  const byteSize = useByteSize();
  const whole = useWholeValue(value, read);
  const [isReplaced, setReplaced] = useState(false);
  const panelRef = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what can be typed in comes with these
  useLayoutEffect(() => {
    const { current: element } = panelRef;
    if (element === null) return;
    const isOpened = opening !== null && !focused.has(opening);
    if (opening !== null) focused.add(opening);
    if (isOpened || element === document.activeElement) focusIn(element);
  }, [whole.state, isReplaced, opening]);
  const panel = (start: StagedValue): ReactNode => <ValuePanel {...props} value={start} />;
  return (
    <aside
      ref={panelRef}
      tabIndex={-1}
      className={styles.panel}
      aria-label={t('label')}
      aria-busy={whole.state === 'reading'}
      onKeyDown={(event) => {
        const isInside = event.target instanceof Node && event.currentTarget.contains(event.target);
        const closes = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
        if (isInside && closes && !event.nativeEvent.isComposing) onClose();
      }}
    >
      <header className={styles.head}>
        <h2 className={styles.title}>
          <PlainText text={column.name} /> <span className={styles.type}>{column.type}</span>
        </h2>
        <span className={styles.row}>{rowLabel}</span>
        <IconButton icon="close" label={t('close')} onClick={onClose} />
      </header>
      {props.actions}
      {refusal !== null && <p className={styles.note}>{t('readOnly', { reason: refusal })}</p>}
      {problem !== null && (
        <p role="status" className={styles.problem}>
          {problem}
        </p>
      )}
      {whole.state === 'reading' && <p className={styles.empty}>{t('reading')}</p>}
      {whole.state === 'failed' && <ErrorBanner title={t('unread')} error={whole.error} />}
      {whole.state === 'too-big' && (
        <div className={styles.note}>
          {t('tooBig', { size: byteSize(whole.sizeBytes), most: byteSize(mostEditedBytes) })}
          {refusal === null && !isReplaced && (
            <Button onClick={() => setReplaced(true)}>{t('replace')}</Button>
          )}
        </div>
      )}
      {whole.state === 'whole' && panel(whole.value)}
      {whole.state === 'too-big' && isReplaced && panel(null)}
    </aside>
  );
}

const longestRead = 2_000;

/** Short texts are written on, long ones read from their beginning. */
function focusIn(panel: HTMLElement): void {
  const text = panel.querySelector('textarea');
  (text ?? panel).focus({ preventScroll: true });
  const end = text === null || text.value.length > longestRead ? 0 : text.value.length;
  text?.setSelectionRange(end, end);
}
