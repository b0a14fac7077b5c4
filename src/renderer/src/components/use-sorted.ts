import { useMemo, useState } from 'react';

export interface Sorting {
  key: string;
  order: 'ascending' | 'descending';
}

interface Sortable<Row> {
  key: string;
  sortBy?: (row: Row) => string | number;
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Rows in the order that was asked for: as given, by a column, the other way round, as given again. */
export function useSorted<Row>(rows: readonly Row[], columns: readonly Sortable<Row>[]) {
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const by = columns.find(({ key }) => key === sorting?.key)?.sortBy;
  const descending = sorting?.order === 'descending';
  const sorted = useMemo(() => {
    if (by === undefined) return rows;
    const sign = descending ? -1 : 1;
    return [...rows].sort((a, b) => sign * compare(by(a), by(b)));
  }, [rows, by, descending]);

  const sortBy = (key: string) =>
    setSorting((before) => {
      if (before?.key !== key) return { key, order: 'ascending' };
      return before.order === 'ascending' ? { key, order: 'descending' } : null;
    });
  return { sorted, sorting, sortBy };
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}
