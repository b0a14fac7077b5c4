import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { WindowError } from '../../../api/call-failure.ts';
import { ErrorBanner } from '../../../components/error-banner.tsx';
import { FilterChips } from '../filter/filter-chips.tsx';
import { FilterPanel } from '../filter/filter-panel.tsx';
import { isFilterFailure } from '../filter/is-filter-failure.ts';
import { isFiltered } from '../filter/is-filtered.ts';
import { IdentityNotice } from '../identity/identity-notice.tsx';
import type { TableSubject } from '../table-subject.ts';
import type { Rows } from './use-rows.ts';

interface RowsNoticesProps {
  subject: TableSubject;
  rows: Rows;
  /** Name of the active column. */
  activeColumn: string | null;
  /** Escape in the filter. */
  onLeaveFilter: () => void;
}

/** What there is to know about the rows: the filter, why they cannot be changed, why they could not be read. */
export function RowsNotices({ subject, rows, activeColumn, onLeaveFilter }: RowsNoticesProps) {
  const t = useTranslations('tables.rows');
  const { view } = subject;
  const { error, shown } = rows;
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
  }, []);
  // What the server says of a filter stands where it was typed.
  const ofFilter = view.filterOpen && isFiltered(view.filter) ? filterError(error) : null;
  const failed = error !== null && shown?.filter !== view.filter;
  return (
    <>
      <FilterChips subject={subject} shown={shown?.filter ?? null} failed={failed} />
      {view.filterOpen && (
        <FilterPanel
          subject={subject}
          activeColumn={activeColumn}
          error={ofFilter}
          onShown={() => isHere.current}
          onLeave={onLeaveFilter}
        />
      )}
      <IdentityNotice subject={subject} />
      {error !== null && ofFilter === null && (
        <ErrorBanner title={t(isDenied(error) ? 'denied' : 'unread')} error={error} onRetry={rows.reread} />
      )}
    </>
  );
}

const filterError = (error: WindowError | null) =>
  error?.code === 'database-error' && isFilterFailure(error.sqlState) ? error : null;

const isDenied = (error: WindowError): boolean =>
  error.code === 'database-error' && error.sqlState === '42501';
