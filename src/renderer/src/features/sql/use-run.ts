import { type RefObject, useState } from 'react';
import type { RunQuestion } from '../../../../shared/contract/consoles.ts';
import { type WindowError, windowErrorOf } from '../../api/call-failure.ts';
import { runInConsole } from '../../api/consoles.ts';
import { consoleMemory } from './console-memory.ts';
import type { RunTarget } from './editor/run-target.ts';
import type { SqlEditorView } from './editor/sql-editor-view.ts';

type Values = Record<string, string | null>;

/** What main wants to know before it runs something. */
export interface AskedRun {
  target: RunTarget;
  question: RunQuestion;
  /** Given so far. */
  confirmed: boolean;
  values: Values;
}

export interface RunControl {
  /** Runs the selection or the statement at the caret. */
  run: () => void;
  runAll: () => void;
  /** Runs a text that stands in no draft. */
  runText: (text: string) => void;
  /** On its way to main. */
  starting: boolean;
  asked: AskedRun | null;
  answer: (values: Values) => void;
  dismiss: () => void;
  /** Why the last run did not begin. */
  error: WindowError | null;
}

/** Runs pieces of a draft, and asks what main asks first. */
export function useRun(consoleId: string, editor: RefObject<SqlEditorView | null>): RunControl {
  const [starting, setStarting] = useState(false);
  const [asked, setAsked] = useState<AskedRun | null>(null);
  const [error, setError] = useState<WindowError | null>(null);
  const { feed, trail, runs, values: remembered } = consoleMemory(consoleId);

  const begin = async (target: RunTarget, inDraft: boolean, confirmed: boolean, values: Values) => {
    const firstEntryId = feed.nextEntryId;
    const moment = inDraft ? trail.now() : null;
    setStarting(true);
    setError(null);
    try {
      const outcome = await runInConsole({ id: consoleId, ...target, confirmed, values });
      if (outcome.outcome === 'asked')
        return setAsked({ target, question: outcome.question, confirmed, values });
      setAsked(null);
      runs.push({ firstEntryId, moment });
      editor.current?.markError(null);
      feed.beginRun(firstEntryId);
    } catch (cause) {
      setAsked(null);
      setError(windowErrorOf(cause));
    } finally {
      setStarting(false);
    }
  };
  const runTarget = (target: RunTarget | null) => {
    if (target === null || target.text.trim() === '' || starting) return;
    void begin(target, true, false, {});
  };

  return {
    run: () => runTarget(editor.current?.target() ?? null),
    runAll: () => runTarget(editor.current?.everything() ?? null),
    runText: (text) => void begin({ text, offset: 0 }, false, false, {}),
    starting,
    asked,
    answer: (given) => {
      if (asked === null) return;
      for (const [name, value] of Object.entries(given)) remembered.set(name, value);
      const confirmed = asked.confirmed || asked.question.dangers.length > 0;
      void begin(asked.target, true, confirmed, { ...asked.values, ...given });
    },
    dismiss: () => setAsked(null),
    error,
  };
}
