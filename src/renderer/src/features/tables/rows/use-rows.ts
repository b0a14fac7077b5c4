import { useState } from 'react';
import type { RowPage } from '../../../../../shared/contract/tables.ts';
import type { WindowError } from '../../../api/call-failure.ts';
import { useRowPage } from '../../../api/tables.ts';
import { errorToShow } from '../../../errors/error-to-show.ts';
import type { PagePlace } from '../../../stores/table-view-store.ts';
import type { TableSubject } from '../table-subject.ts';

export interface ShownPage {
  page: RowPage;
  /** Where it is. */
  at: PagePlace;
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
  const { identity, order, filter, page } = view;
  const query = useRowPage({ ...place, identity, order, filter, page: page.wish }, readable);
  const [shown, setShown] = useState<ShownPage | null>(null);
  const { data } = query;
  if (data !== undefined && data !== shown?.page && data.fingerprint === relation.fingerprint)
    setShown({ page: data, at: page });
  return {
    shown,
    reading: query.isFetching,
    error: errorToShow({ data: shown?.page, error: query.error }),
    reread: () => void query.refetch(),
  };
}
