import { useLayoutEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { StagedValue } from '../../../../../shared/contract/row-changes.ts';
import { classNames } from '../../../components/class-names.ts';
import { Icon } from '../../../components/icon.tsx';
import { PlainText } from '../../../components/plain-text.tsx';
import styles from './choice-list.module.css';
import type { Choice } from './matching-choices.ts';

interface ChoiceListProps {
  /** Its options are named `ID-INDEX`. */
  id: string;
  label: string;
  choices: readonly Choice[];
  active: number;
  isCurrent: (index: number) => boolean;
  mostWidthPx: number;
  mostHeightPx: number;
  onChoose: (value: StagedValue) => void;
}

const leastPx = 80;
const inputPx = 30;

/** The options of an editor's combobox, which keeps the focus. */
export function ChoiceList({
  id,
  label,
  choices,
  active,
  isCurrent,
  mostWidthPx,
  mostHeightPx,
  onChoose,
}: ChoiceListProps) {
  const t = useTranslations('tableEditors');
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another option is active
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      ref={list}
      id={`${id}-list`}
      role="listbox"
      aria-label={label}
      tabIndex={-1}
      className={styles.list}
      style={{ maxWidth: mostWidthPx, maxHeight: Math.max(leastPx, mostHeightPx - inputPx) }}
      // The input keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {choices.map((choice, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the combobox has the focus and its keys
        <div
          key={choice.label}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          className={classNames(styles.option, choice.isSpecial === true && styles.special)}
          onClick={() => onChoose(choice.value)}
        >
          <span className={styles.mark}>{isCurrent(index) && <Icon name="check" sizePx={12} />}</span>
          <PlainText text={choice.label} />
          {choice.note !== undefined && <span className={styles.note}>{choice.note}</span>}
        </div>
      ))}
      {choices.length === 0 && <p className={styles.none}>{t('noChoice')}</p>}
    </div>
  );
}
