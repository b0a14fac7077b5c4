import { useEffect, useState } from 'react';
import type { RowFilter, RowPage } from '../../../../../shared/contract/table-rows.ts';
import { type WindowError, windowErrorOf } from '../../../api/call-failure.ts';
import { useRereadRelation, useRowPage } from '../../../api/tables.ts';
import { errorToShow } from '../../../errors/error-to-show.ts';
import type { PagePlace } from '../../../stores/table-view-store.ts';
import type { TableSubject } from '../table-subject.ts';

export interface ShownPage {
  page: RowPage;
  /** Where it is, and of which rows. */
  at: PagePlace;
  filter: RowFilter;
}

export interface Rows {
  /** The newest page that could be read; null: none yet. */
  shown: ShownPage | null;
  /** Another page is on its way, or this one anew. */
  reading: boolean;
  /** Why the wanted page is not here. */
  error: WindowError | null;
  /** Reads the page again; place and selection stay. */
  reread: () => void;
}

/** The page that the view asks for. The one before stays until it is here, and when it cannot be read. */
export function useRows({ place, relation, view, readable }: TableSubject): Rows {
  const { identity, filter, page } = view;
  const order = view.order.filter(({ column }) => relation.columns.some(({ name }) => name === column));
  const wish = { ...place, identity, order, filter, page: page.wish };
  const query = useRowPage(relation.columns.length === 0 ? null : wish, readable);
  const rereadRelation = useRereadRelation();
  const [shown, setShown] = useState<ShownPage | null>(null);
  const { data, error } = query;
  const isOfThese = data?.fingerprint === relation.fingerprint;
  if (data !== undefined && isOfThese && data !== shown?.page) setShown({ page: data, at: page, filter });

  // Its columns or keys are others than those that are known, or it is gone.
  const isOutdated =
    (data !== undefined && !isOfThese) || (error !== null && windowErrorOf(error).code === 'not-found');
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer that tells so
  useEffect(() => {
    if (isOutdated) void rereadRelation(place);
  }, [isOutdated, data, error]);

  return {
    shown,
    reading: query.isFetching,
    error: errorToShow({ data: shown?.page, error }),
    reread: () => void query.refetch(),
  };
}
