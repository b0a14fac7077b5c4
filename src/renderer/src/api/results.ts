import { useMutation } from '@tanstack/react-query';
import type { Cell, ExportFormat } from '../../../shared/contract/results.ts';
import { pageLink } from '../../../shared/page-link.ts';
import { CallFailure } from './call-failure.ts';
import { client } from './client.ts';

/** What a download is for is gone. */
const goneStatus = 410;

export interface CellPlace {
  row: number;
  column: number;
}

export interface FindWish {
  text: string;
  /** The search begins at this cell, itself included. */
  from: CellPlace;
  backwards: boolean;
}

/** Rows `from`…; fewer than `count` where they are large. */
export async function readResultRows(
  resultId: string,
  from: number,
  count: number,
  signal: AbortSignal,
): Promise<Cell[][]> {
  const { rows } = await client.results.page({ resultId, from, count }, { signal });
  return rows;
}

/** The pieces of one value as text, each read when the one before was taken; none for NULL. */
export async function* readResultCell(
  resultId: string,
  { row, column }: CellPlace,
  signal: AbortSignal,
): AsyncGenerator<string> {
  for (let offset: number | null = 0; offset !== null; ) {
    const piece: { text: string | null; nextOffset: number | null } = await client.results.cell(
      { resultId, row, column, offset },
      { signal },
    );
    if (piece.text !== null) yield piece.text;
    offset = piece.nextOffset;
  }
}

export const findInResult = (resultId: string, { text, from, backwards }: FindWish, signal: AbortSignal) =>
  client.results.find({ resultId, text, ...from, backwards }, { signal });

export interface ExportWish {
  resultId: string;
  fileName: string;
  as: ExportFormat;
}

/** Where an exported file went. */
export type Exported = { way: 'saved'; path: string | null } | { way: 'download'; file: Blob };

/**
 * Writes all rows to a file: in a place the person chooses where the host can ask for one, else into a file for the
 * page to hand to the browser. `onReceived` is told the bytes that came so far.
 */
export const useExportResult = () =>
  useMutation({
    mutationFn: async ({
      wish,
      signal,
      onReceived,
    }: {
      wish: ExportWish;
      signal: AbortSignal;
      onReceived: (bytes: number) => void;
    }): Promise<Exported> => {
      const answer = await client.results.export(wish, { signal });
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
