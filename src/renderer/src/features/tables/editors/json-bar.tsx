import { useDeferredValue, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../components/button.tsx';
import { formatJson } from './format-json.ts';
import styles from './value-editor.module.css';

interface JsonBarProps {
  text: string;
  canChange: boolean;
  onFormat: (text: string) => void;
}

/** Whether a text is JSON, and a button that lays it out. */
export function JsonBar({ text, canChange, onFormat }: JsonBarProps) {
  const t = useTranslations('tableEditors.panel');
  const checked = useDeferredValue(text);
  const reason = useMemo(() => reasonOf(checked), [checked]);
  if (text === '') return null;
  return (
    <div className={styles.json}>
      <span role="status" className={reason === null ? styles.valid : styles.invalid}>
        {reason === null ? t('validJson') : t('invalidJson', { reason })}
      </span>
      {canChange && (
        <Button disabled={reason !== null} onClick={() => onFormat(formatJson(text))}>
          {t('format')}
        </Button>
      )}
    </div>
  );
}

/** Why a text is no JSON, in the words of the browser, which say where; null: it is. */
function reasonOf(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}
