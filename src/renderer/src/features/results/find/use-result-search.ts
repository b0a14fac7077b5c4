import { useState } from 'react';
import type { WindowError } from '../../../api/call-failure.ts';
import type { CellPlace } from '../../../api/results.ts';
import { nextPlace } from './next-place.ts';
import { type FindState, useFindInResult } from './use-find-in-result.ts';

interface ResultSearch {
  isOpen: boolean;
  text: string;
  state: FindState;
  error: WindowError | null;
  asked: number;
  /** Shows the field, or gives it the focus again. */
  open: () => void;
  close: () => void;
  onText: (text: string) => void;
  onNext: (backwards: boolean) => void;
}

interface SearchInput {
  id: string;
  size: { rows: number; columns: number };
  /** The active cell: where a search begins. */
  at: CellPlace;
  onFound: (place: CellPlace) => void;
}

/** What the find bar of a result does. */
export function useResultSearch({ id, size, at, onFound }: SearchInput): ResultSearch {
  const { state, error, search, clear } = useFindInResult(id, onFound);
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(0);
  return {
    isOpen,
    text,
    state,
    error,
    asked,
    open: () => {
      setOpen(true);
      setAsked(asked + 1);
    },
    close: () => {
      setOpen(false);
      clear();
    },
    onText: (next) => {
      setText(next);
      if (next === '') clear();
      else search({ text: next, from: at, backwards: false });
    },
    onNext: (backwards) => {
      if (text !== '' && size.rows > 0) search({ text, from: nextPlace(at, backwards, size), backwards });
    },
  };
}
