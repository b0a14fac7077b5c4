import { useTranslations } from 'use-intl';
import type { ListedRelation } from '../../../../../shared/contract/relations.ts';
import { useByteSize } from '../../../components/use-byte-size.ts';
import { visibleText } from '../../../components/visible-text.ts';

/** What is said of a relation in the tree beside its look. */
export function useRelationTexts() {
  const t = useTranslations('tables');
  const byteSize = useByteSize();
  const facts = ({ kind, estimatedRows, sizeBytes }: ListedRelation) => [
    t(`kind.${kind}`),
    ...(estimatedRows === null ? [] : [t('tree.rows', { count: estimatedRows })]),
    ...(sizeBytes === null ? [] : [byteSize(sizeBytes)]),
  ];
  return {
    /** For screen readers. */
    label: (relation: ListedRelation, staged: number): string =>
      [
        visibleText(relation.name),
        ...facts(relation),
        ...(staged === 0 ? [] : [t('tree.staged', { count: staged })]),
      ].join(', '),
    /** On hover. */
    title: (relation: ListedRelation): string =>
      [
        visibleText(`${relation.schema}.${relation.name}`),
        facts(relation).join(' · '),
        ...(relation.comment === null ? [] : [visibleText(relation.comment)]),
      ].join('\n'),
  };
}
