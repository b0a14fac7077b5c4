import { useState } from 'react';
import { type WindowError, windowErrorOf } from '../../../api/call-failure.ts';
import { runFile } from '../../../api/consoles.ts';
import { consoleMemory } from '../console-memory.ts';

interface FileRun {
  start: (file: File, oneTransaction: boolean) => void;
  /** Its pieces are being sent. */
  sending: boolean;
  /** Why it did not begin or was broken off; what the server said stands in the log. */
  error: WindowError | null;
}

/** Runs a file from this machine in a console. */
export function useRunFile(consoleId: string): FileRun {
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<WindowError | null>(null);
  const { feed, runs } = consoleMemory(consoleId);
  return {
    start: (file, oneTransaction) => {
      const firstEntryId = feed.nextEntryId;
      runs.push({ firstEntryId, moment: null });
      feed.beginRun(firstEntryId);
      setSending(true);
      setError(null);
      void runFile(consoleId, file, oneTransaction)
        .catch((cause: unknown) => setError(windowErrorOf(cause)))
        .finally(() => setSending(false));
    },
    sending,
    error,
  };
}
