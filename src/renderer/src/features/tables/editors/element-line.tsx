import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../../../components/icon-button.tsx';
import styles from './elements-editor.module.css';
import { useCommitOnLeave } from './use-commit-on-leave.ts';

interface ElementLineProps {
  index: number;
  element: string | null;
  canChange: boolean;
  onChange: (element: string | null) => void;
  onRemove: () => void;
  onRaise: () => void;
}

/** One element of an array; what is typed counts when the focus leaves it, or with Enter. */
export function ElementLine({ index, element, canChange, onChange, onRemove, onRaise }: ElementLineProps) {
  const t = useTranslations('tableEditors.panel');
  // Null: nothing was typed since it was taken.
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? element ?? '';
  const commit = () => {
    setDraft(null);
    if (draft !== null && draft !== element) onChange(draft);
  };
  useCommitOnLeave(commit);
  const shown = { index: index + 1 };
  return (
    <div className={styles.line}>
      <span className={styles.index}>{shown.index}</span>
      <input
        className={styles.input}
        aria-label={t('element', shown)}
        placeholder={element === null ? 'NULL' : t('isEmpty')}
        readOnly={!canChange}
        spellCheck={false}
        value={text}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit();
        }}
      />
      {canChange && (
        <>
          <label className={styles.null}>
            <input
              type="checkbox"
              checked={element === null}
              onChange={(event) => onChange(event.target.checked ? null : '')}
            />
            {t('isNullElement')}
          </label>
          <IconButton
            icon="chevron-up"
            label={t('raiseElement', shown)}
            disabled={index === 0}
            onClick={onRaise}
          />
          <IconButton icon="close" label={t('removeElement', shown)} onClick={onRemove} />
        </>
      )}
    </div>
  );
}
