import { useMutation } from '@tanstack/react-query';
import type { ExportFormat } from '../../../shared/contract/results.ts';
import { pageLink } from '../../../shared/page-link.ts';
import { CallFailure } from './call-failure.ts';

/** What a download is for is gone. */
const goneStatus = 410;

export interface ExportWish {
  fileName: string;
  as: ExportFormat;
}

/** Asks main to write a file: in a place the person chose (null: none), or for the page to fetch. */
export type AskExport = (
  wish: ExportWish,
  signal: AbortSignal,
) => Promise<{ way: 'saved'; path: string | null } | { way: 'download'; ticket: string }>;

/** Where an exported file went. */
export type Exported = { way: 'saved'; path: string | null } | { way: 'download'; file: Blob };

interface ExportCall {
  wish: ExportWish;
  signal: AbortSignal;
  /** Told the bytes that came so far, of a file that the page fetches. */
  onReceived: (bytes: number) => void;
}

/**
 * Writes rows to a file: in a place the person chooses where the host can ask for one, else into a file for the page to
 * hand to the browser.
 */
export const useExportFile = (ask: AskExport) =>
  useMutation({
    mutationFn: async ({ wish, signal, onReceived }: ExportCall): Promise<Exported> => {
      const answer = await ask(wish, signal);
      if (answer.way === 'saved') return answer;
      return {
        way: 'download',
        file: await fetchDownload({ ticket: answer.ticket, fileName: wish.fileName }, signal, onReceived),
      };
    },
  });

async function fetchDownload(
  { ticket, fileName }: { ticket: string; fileName: string },
  signal: AbortSignal,
  onReceived: (bytes: number) => void,
): Promise<Blob> {
  try {
    const response = await fetch(pageLink.downloadPath, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ticket }),
      credentials: 'omit',
      cache: 'no-store',
      signal,
    });
    if (response.status === goneStatus)
      throw new CallFailure({ code: 'not-found', kind: 'result', name: fileName });
    if (!response.ok || response.body === null) throw new Error(`HTTP ${response.status}`);
    return await new Response(response.body.pipeThrough(countBytes(onReceived))).blob();
  } catch (cause) {
    if (cause instanceof CallFailure) throw cause;
    // A file that cannot be made to its end breaks the connection: what came is thrown away.
    const reason = cause instanceof Error ? cause.message : null;
    throw new CallFailure({ code: 'file-unusable', path: fileName, problem: 'failed', reason }, { cause });
  }
}

function countBytes(onReceived: (bytes: number) => void): TransformStream<Uint8Array, Uint8Array> {
  let receivedBytes = 0;
  return new TransformStream({
    transform: (chunk, controller) => {
      receivedBytes += chunk.length;
      onReceived(receivedBytes);
      controller.enqueue(chunk);
    },
  });
}
