import { useTranslations } from 'use-intl';
import type { RowPosition } from './page-place.ts';
import type { RowCount } from './use-row-count.ts';

type Total = RowCount['total'];

/** Says where a page is: "Rows 1–300 of about 10,000,000". */
export function usePositionText(): (position: RowPosition, rows: number, total: Total) => string {
  const t = useTranslations('tables.paging');
  return (position, rows, total) => {
    if (rows === 0) return t('noRows');
    const place = placeOf(position, rows, total);
    const where =
      place !== null
        ? t('rows', place)
        : position.after === 0
          ? t('lastRows', { rows })
          : t('beforeEnd', { rows, after: position.after ?? 0 });
    return [where, ofText(t, place?.last ?? rows, total)].filter(Boolean).join(' ');
  };
}

/** Numbers of the first and last row, which an exact count tells for pages that were reached from the end. */
function placeOf(
  { first, last, after }: RowPosition,
  rows: number,
  total: Total,
): { first: number; last: number } | null {
  if (first !== null && last !== null) return { first, last };
  if (total?.exact !== true || after === null) return null;
  const end = total.rows - after;
  return end < rows ? null : { first: end - rows + 1, last: end };
}

function ofText(t: ReturnType<typeof useTranslations<'tables.paging'>>, least: number, total: Total): string {
  if (total === null) return '';
  if (total.exact) return t('of', { total: total.rows });
  return total.rows > least ? t('ofAbout', { total: total.rows }) : t('ofMore', { least });
}
