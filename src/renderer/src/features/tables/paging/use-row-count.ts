import { useEffect, useRef, useState } from 'react';
import type { RowFilter } from '../../../../../shared/contract/table-rows.ts';
import { type WindowError, windowErrorOf } from '../../../api/call-failure.ts';
import { countRows, useRowEstimate } from '../../../api/tables.ts';
import { isFiltered } from '../filter/is-filtered.ts';
import type { TableSubject } from '../table-subject.ts';
import type { RowPosition } from './page-place.ts';

export interface RowCount {
  /** Null: nothing is known of it. */
  total: { rows: number; exact: boolean } | null;
  counting: boolean;
  error: WindowError | null;
  start: () => void;
  cancel: () => void;
}

/** How many rows there are: as the page tells, as they were counted, or as the server expects. */
export function useRowCount(
  { place, relation, readable }: TableSubject,
  filter: RowFilter,
  position: RowPosition | null,
): RowCount {
  const wanted = JSON.stringify(filter);
  const plain = !isFiltered(filter);
  const isKnown = position === null || position.total !== null;
  const estimate = useRowEstimate(plain || isKnown ? null : { ...place, filter }, readable);
  const [counted, setCounted] = useState<{ of: string; rows: number } | null>(null);
  const [failed, setFailed] = useState<{ of: string; error: WindowError } | null>(null);
  const [counting, setCounting] = useState(false);
  const life = useRef<AbortController>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was being counted is no longer asked for
  useEffect(() => () => life.current?.abort(), [wanted]);

  const count = async (signal: AbortSignal) => {
    setFailed(null);
    setCounting(true);
    try {
      setCounted({ of: wanted, rows: await countRows({ ...place, filter }, signal) });
    } catch (cause) {
      if (!signal.aborted) setFailed({ of: wanted, error: windowErrorOf(cause) });
    } finally {
      if (life.current?.signal === signal) setCounting(false);
    }
  };
  const about = plain ? relation.estimatedRows : (estimate.data?.count ?? null);
  const exact = position?.total ?? (counted?.of === wanted ? counted.rows : null);
  return {
    total:
      exact !== null ? { rows: exact, exact: true } : about === null ? null : { rows: about, exact: false },
    counting,
    error: failed?.of === wanted ? failed.error : null,
    start: () => {
      life.current?.abort();
      life.current = new AbortController();
      void count(life.current.signal);
    },
    cancel: () => life.current?.abort(),
  };
}
