import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { ResultInfo } from '../../../../shared/contract/results.ts';
import type { GridSource } from '../../components/data-grid/grid-source.ts';
import { expandedShape, type ResultShape, tableShape } from './result-shape.ts';

/** How the rows of a result stand in the grid. The columns of a result never change. */
export function useResultShape({ columns }: ResultInfo, source: GridSource, expanded: boolean): ResultShape {
  const t = useTranslations('results.expanded');
  // biome-ignore lint/correctness/useExhaustiveDependencies: columns come anew with every row that arrives, unchanged
  return useMemo(
    () =>
      expanded
        ? expandedShape(columns, source, {
            name: t('name'),
            value: t('value'),
            heading: (record) => t('record', { record: record + 1 }),
          })
        : tableShape(columns, source),
    [source, expanded, t],
  );
}
