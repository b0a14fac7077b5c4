import { useEffect, useState } from 'react';
import { toCallFailure, type WindowError } from '../../../api/call-failure.ts';
import type { GridValue } from '../../../components/data-grid/grid-source.ts';
import { mostShown, readShownText, type ShownText } from './read-shown-text.ts';

export interface WholeValue extends ShownText {
  error: WindowError | null;
}

/**
 * The text of a value, the rest of a long one read piece by piece while it is shown. `place` names the value: with
 * another one everything begins anew.
 */
export function useShownText(
  place: string,
  value: GridValue,
  read: (signal: AbortSignal) => AsyncIterable<string>,
): WholeValue {
  const isWhole = typeof value === 'string' || value === null;
  const start = isWhole ? (value ?? '') : value.start;
  const [later, setLater] = useState<(WholeValue & { place: string }) | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a place holds one value, and `read` reads it
  useEffect(() => {
    if (isWhole) return;
    const life = new AbortController();
    const tell = (shown: ShownText, error: WindowError | null = null) => {
      if (!life.signal.aborted) setLater({ ...shown, error, place });
    };
    readShownText(read(life.signal), mostShown, tell).catch((cause: unknown) =>
      tell({ text: start, reading: false, cut: true }, toCallFailure(cause).error),
    );
    return () => life.abort();
  }, [place, isWhole]);

  if (!isWhole && later?.place === place) return later;
  return { text: start, reading: !isWhole, cut: false, error: null };
}
