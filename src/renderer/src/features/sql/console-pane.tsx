import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { Console } from '../../../../shared/contract/consoles.ts';
import type { Instance } from '../../../../shared/contract/instances.ts';
import { Splitter } from '../../components/splitter.tsx';
import { useConsoleStore } from '../../stores/console-store.ts';
import { BelowEditor } from './below/below-editor.tsx';
import { ConsoleNotes } from './below/console-notes.tsx';
import { RunFailureNote } from './below/run-failure-note.tsx';
import styles from './console-pane.module.css';
import { SqlEditor } from './editor/sql-editor.tsx';
import { FileDialogs } from './files/file-dialogs.tsx';
import { HistoryPanel } from './history/history-panel.tsx';
import { RunQuestionDialog } from './question/run-question-dialog.tsx';
import { ConsoleToolbar } from './toolbar/console-toolbar.tsx';
import { DatabaseSelect } from './toolbar/database-select.tsx';
import { ReadOnlyChip } from './toolbar/read-only-chip.tsx';
import { useConsole } from './use-console.ts';

interface ConsolePaneProps {
  console: Console;
  instance: Instance;
  /** Opens another console with this text in it. */
  onNewConsole: (text: string) => void;
}

/** One console: toolbar, editor, and results and log below it. Its parts stand in the grid of the tab. */
export function ConsolePane({ console: one, instance, onNewConsole }: ConsolePaneProps) {
  const t = useTranslations('sql');
  const editorId = useId();
  const share = useConsoleStore((store) => store.editorShare);
  const setShare = useConsoleStore((store) => store.setEditorShare);
  const historyOpen = useConsoleStore((store) => store.historyOpen);
  const model = useConsole(one, instance, onNewConsole);
  const { feed, editor, actions, runControl, files, explain } = model;
  const { state } = feed;
  const asking = [
    { ...runControl, busy: runControl.starting },
    { ...explain, busy: explain.pending },
  ].find(({ asked }) => asked !== null);
  return (
    <div className={styles.pane} onKeyDownCapture={model.onKeyDown} {...files.dropping}>
      <div className={styles.place}>
        <ReadOnlyChip instance={instance.name} />
        <DatabaseSelect console={one} state={state} readable={model.readable} />
      </div>
      <div className={styles.tools}>
        <ConsoleToolbar
          instance={instance.name}
          actions={actions}
          running={state?.running != null || explain.pending}
          cancelling={state?.running?.cancelling ?? false}
          starting={runControl.starting}
          explaining={explain.pending}
          formatting={model.formatting}
          historyOpen={historyOpen}
          blocked={model.blocked}
          command={state?.command ?? null}
        />
      </div>
      <div className={styles.parts}>
        <div className={styles.stack}>
          <div id={editorId} className={styles.editing} style={{ flexBasis: `${share * 100}%` }}>
            <SqlEditor console={one} view={editor} catalog={model.catalog} onSaved={model.onSaved} />
          </div>
          <Splitter label={t('splitter')} share={share} onShare={setShare} controls={editorId} />
          <BelowEditor
            consoleId={one.id}
            feed={feed}
            notes={<ConsoleNotes model={model} />}
            failure={<RunFailureNote model={model} />}
            placeOf={model.placeOf}
            explain={explain}
            blocked={model.blocked}
          />
        </div>
        {historyOpen && (
          <HistoryPanel
            instance={instance.name}
            onInsert={(text) => editor.current?.insert(text)}
            onClose={model.closeHistory}
          />
        )}
      </div>
      {asking?.asked != null && (
        <RunQuestionDialog
          question={asking.asked.question}
          remembered={model.remembered}
          busy={asking.busy}
          onAnswer={asking.answer}
          onCancel={asking.dismiss}
        />
      )}
      <FileDialogs files={files} instance={instance.name} blocked={model.blocked} />
    </div>
  );
}
