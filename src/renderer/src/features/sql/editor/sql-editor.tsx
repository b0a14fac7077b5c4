import { type RefObject, useEffect, useId, useRef } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Catalog } from '../../../../../shared/contract/catalog.ts';
import type { Console } from '../../../../../shared/contract/consoles.ts';
import { saveDraft } from '../../../api/consoles.ts';
import { consoleMemory } from '../console-memory.ts';
import { DraftSaver } from '../draft-saver.ts';
import { useShortcutText } from '../use-shortcut-text.ts';
import { editorExtensions } from './editor-extensions.ts';
import { flushWhenLeft } from './flush-when-left.ts';
import styles from './sql-editor.module.css';
import { SqlEditorView } from './sql-editor-view.ts';
import { useEditorPhrases } from './use-editor-phrases.ts';

interface SqlEditorProps {
  /** Its text and caret are taken once, unless the window knows newer ones. */
  console: Pick<Console, 'id' | 'text' | 'caret'>;
  view: RefObject<SqlEditorView | null>;
  catalog: RefObject<() => Promise<Catalog | null>>;
  /** Told after each save of the draft: null, or why it failed. */
  onSaved: (cause: unknown) => void;
}

/** Where SQL is written. The text lives in the editor and in main, not in React. */
export function SqlEditor({ console: { id, text, caret }, view, catalog, onSaved }: SqlEditorProps) {
  const t = useTranslations('sql.editor');
  const locale = useLocale();
  const phrases = useEditorPhrases();
  const shortcut = useShortcutText();
  const parent = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const texts = {
    label: t('label'),
    placeholder: t('placeholder', { run: shortcut('run'), all: shortcut('runAll') }),
    describedBy: helpId,
    phrases,
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: texts change with the language only, the draft is taken once
  useEffect(() => {
    if (parent.current === null) return;
    const memory = consoleMemory(id);
    const made = new SqlEditorView({
      parent: parent.current,
      draft: { text, caret },
      memory,
      extensions: editorExtensions(texts, () => catalog.current()),
      onChange: (length) => saver.changed(length),
    });
    const saver = new DraftSaver(
      (draft) => saveDraft(id, draft.text, draft.caret),
      () => made.draft,
      onSaved,
    );
    const stop = flushWhenLeft(saver, parent.current);
    view.current = made;
    if (memory.firstText !== null) made.insert(memory.firstText);
    memory.firstText = null;
    return () => {
      stop();
      saver.dispose();
      made.dispose();
      view.current = null;
    };
  }, [id, locale, view, catalog, onSaved]);

  return (
    <>
      <div ref={parent} className={styles.editor} />
      <p id={helpId} className="visually-hidden">
        {t('leave')}
      </p>
    </>
  );
}
