import { useEffect, useRef, useState } from 'react';
import { type WindowError, windowErrorOf } from '../../../api/call-failure.ts';
import {
  type EndedImport,
  type ImportWish,
  importFile,
  type RunningImport,
} from '../../../api/table-files.ts';

export type ImportRun =
  | { phase: 'idle' }
  | { phase: 'running'; mode: ImportWish['mode']; state: RunningImport | null; cancelling: boolean }
  | { phase: 'ended'; mode: ImportWish['mode']; ended: EndedImport }
  | { phase: 'failed'; mode: ImportWish['mode']; error: WindowError };

/** Imports or checks a file, one at a time; what runs is cancelled when its owner is gone. */
export function useImport(onImported: () => void) {
  const [run, setRun] = useState<ImportRun>({ phase: 'idle' });
  const life = useRef<AbortController>(null);
  useEffect(() => () => life.current?.abort(), []);

  const start = async (wish: ImportWish, file: File) => {
    const { mode } = wish;
    const begun = new AbortController();
    life.current = begun;
    setRun({ phase: 'running', mode, state: null, cancelling: false });
    try {
      const ended = await importFile(
        wish,
        file,
        (state) => setRun((before) => (before.phase === 'running' ? { ...before, state } : before)),
        begun.signal,
      );
      setRun({ phase: 'ended', mode, ended });
      if (ended.state === 'imported') onImported();
    } catch (cause) {
      setRun({ phase: 'failed', mode, error: windowErrorOf(cause) });
    }
  };
  return {
    run,
    start: (wish: ImportWish, file: File) => void start(wish, file),
    cancel: () => {
      life.current?.abort();
      setRun((before) => (before.phase === 'running' ? { ...before, cancelling: true } : before));
    },
    /** Forgets how the last one went. */
    forget: () => setRun({ phase: 'idle' }),
  };
}
