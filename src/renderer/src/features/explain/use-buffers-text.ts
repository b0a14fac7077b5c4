import { useTranslations } from 'use-intl';
import type { PlanNode } from '../../../../shared/contract/plan.ts';
import { usePlanFigures } from './use-plan-figures.ts';

type Buffers = NonNullable<PlanNode['buffers']>;

/** What a node did with buffers, in words, without what it did not do. */
export function useBuffersText(): (buffers: Buffers) => string {
  const t = useTranslations('explain.buffersOf');
  const figures = usePlanFigures();
  return ({ sharedHit: hit, sharedRead: read, written, temp }) => {
    const sizes = { hit, read, written, temp } as const;
    const parts = (['hit', 'read', 'written', 'temp'] as const)
      .filter((kind) => sizes[kind] > 0)
      .map((kind) => t(kind, { size: figures.blocks(sizes[kind]) }));
    return parts.length === 0 ? t('none') : parts.join(', ');
  };
}
