import { useTranslations } from 'use-intl';
import { ErrorBanner } from '../../../components/error-banner.tsx';
import { FilterChips } from '../filter/filter-chips.tsx';
import { FilterPanel } from '../filter/filter-panel.tsx';
import { isFiltered } from '../filter/is-filtered.ts';
import { IdentityNotice } from '../identity/identity-notice.tsx';
import type { TableSubject } from '../table-subject.ts';
import type { Rows } from './use-rows.ts';

interface RowsNoticesProps {
  subject: TableSubject;
  rows: Rows;
  /** Name of the active column. */
  activeColumn: string | null;
}

/** What there is to know about the rows: the filter, why they cannot be changed, why they could not be read. */
export function RowsNotices({ subject, rows, activeColumn }: RowsNoticesProps) {
  const t = useTranslations('tables.rows');
  const { view } = subject;
  const { error } = rows;
  // What the server says of a filter stands where it was typed.
  const ofFilter = view.filterOpen && isFiltered(view.filter) && error?.code === 'database-error';
  return (
    <>
      <FilterChips subject={subject} />
      {view.filterOpen && (
        <FilterPanel subject={subject} activeColumn={activeColumn} error={ofFilter ? error : null} />
      )}
      <IdentityNotice subject={subject} />
      {error !== null && !ofFilter && <ErrorBanner title={t('unread')} error={error} onRetry={rows.reread} />}
    </>
  );
}
