import { useEffect, useRef, useState } from 'react';
import { toCallFailure, type WindowError } from '../../../api/call-failure.ts';
import { type CellPlace, type FindWish, findInResult } from '../../../api/results.ts';

export type FindState = 'idle' | 'searching' | 'found' | 'none';

interface FindInResult {
  state: FindState;
  error: WindowError | null;
  /** Gives up the search before. */
  search: (wish: FindWish) => void;
  clear: () => void;
}

/** Looks for a text in all of a result, also where it was never in sight. */
export function useFindInResult(resultId: string, onFound: (place: CellPlace) => void): FindInResult {
  const [state, setState] = useState<FindState>('idle');
  const [error, setError] = useState<WindowError | null>(null);
  const searching = useRef<AbortController>(null);
  useEffect(() => () => searching.current?.abort(), []);

  const begin = () => {
    searching.current?.abort();
    setError(null);
    const life = new AbortController();
    searching.current = life;
    return life.signal;
  };
  const run = async (wish: FindWish, signal: AbortSignal) => {
    try {
      const place = await findInResult(resultId, wish, signal);
      if (signal.aborted) return;
      setState(place === null ? 'none' : 'found');
      if (place !== null) onFound(place);
    } catch (cause) {
      if (signal.aborted) return;
      setState('idle');
      setError(toCallFailure(cause).error);
    }
  };
  return {
    state,
    error,
    search: (wish) => {
      const signal = begin();
      setState('searching');
      void run(wish, signal);
    },
    clear: () => {
      begin();
      setState('idle');
    },
  };
}
