import { useEffect, useState } from 'react';
import type { Cell } from '../../../../../shared/contract/results.ts';
import type { StagedValue } from '../../../../../shared/contract/row-changes.ts';
import { toCallFailure, type WindowError } from '../../../api/call-failure.ts';
import { mostEditedBytes } from './file-value.ts';

export type WholeValue =
  | { state: 'whole'; value: StagedValue }
  | { state: 'reading' }
  | { state: 'too-big'; sizeBytes: number }
  | { state: 'failed'; error: WindowError };

/** A value all of which is at hand, or is read when only its beginning was, unless it is too big to be edited. */
export function useWholeValue(
  value: Cell | StagedValue,
  read: (signal: AbortSignal) => AsyncIterable<string>,
): WholeValue {
  const sizeBytes =
    typeof value === 'object' && value !== null && 'start' in value ? value.lengthBytes : null;
  const [later, setLater] = useState<WholeValue>({ state: 'reading' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another value is another panel, and `read` reads it
  useEffect(() => {
    if (sizeBytes === null || sizeBytes > mostEditedBytes) return;
    const life = new AbortController();
    const tell = (next: WholeValue) => {
      if (!life.signal.aborted) setLater(next);
    };
    joined(read(life.signal)).then(
      (text) => tell({ state: 'whole', value: text }),
      (cause: unknown) => tell({ state: 'failed', error: toCallFailure(cause).error }),
    );
    return () => life.abort();
  }, [sizeBytes]);

  if (typeof value !== 'object' || value === null || 'default' in value) return { state: 'whole', value };
  return value.lengthBytes > mostEditedBytes ? { state: 'too-big', sizeBytes: value.lengthBytes } : later;
}

async function joined(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
