import { type RefObject, useState } from 'react';
import { useTranslations } from 'use-intl';
import { loadAgain } from '../../load-again.ts';
import { useToastStore } from '../../stores/toast-store.ts';
import type { SqlEditorView } from './editor/sql-editor-view.ts';
import { formatSql } from './format/format-sql.ts';
import { loadFormatter } from './format/load-formatter.ts';

/** Formats the selection or the whole draft. What the formatter cannot read stays as it is, and is told. */
export function useFormat(editor: RefObject<SqlEditorView | null>): {
  format: () => void;
  formatting: boolean;
} {
  const t = useTranslations('sql.format');
  const showToast = useToastStore((store) => store.showToast);
  const [formatting, setFormatting] = useState(false);

  const format = async () => {
    const view = editor.current;
    if (view === null) return;
    setFormatting(true);
    try {
      const formatter = await loadAgain(loadFormatter);
      const target = view.selectionOrAll();
      view.replace(target, formatSql(target.text, formatter));
      view.focus();
    } catch (cause) {
      const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : '';
      showToast({ id: 'sql-format', tone: 'bad', text: t('failed', { reason }) });
    } finally {
      setFormatting(false);
    }
  };
  return { format: () => void format(), formatting };
}
