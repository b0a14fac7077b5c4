import { useTranslations } from 'use-intl';
import type { Relation, RelationPlace } from '../../../../../shared/contract/relations.ts';
import { useRelationStructure } from '../../../api/tables.ts';
import { ErrorBanner } from '../../../components/error-banner.tsx';
import { TableSkeleton } from '../../../components/table-skeleton.tsx';
import { errorToShow } from '../../../errors/error-to-show.ts';
import { ColumnsTable } from './columns-table.tsx';
import { StructureParts } from './structure-parts.tsx';
import { StructureSection } from './structure-section.tsx';
import styles from './structure-view.module.css';

interface StructureViewProps {
  place: RelationPlace;
  relation: Relation;
  /** The server can be asked; else what was read stays. */
  readable?: boolean;
}

/** What a relation is made of, and the statements that make it anew. */
export function StructureView({ place, relation, readable = true }: StructureViewProps) {
  const t = useTranslations('tableStructure');
  const reading = useRelationStructure(place, readable);
  const error = errorToShow(reading);
  return (
    <div className={styles.view}>
      <StructureSection title={t('columns.title')} count={relation.columns.length} empty={t('columns.empty')}>
        <ColumnsTable relation={relation} />
      </StructureSection>
      {error !== null && (
        <ErrorBanner title={t('failed')} error={error} onRetry={() => void reading.refetch()} />
      )}
      {reading.data === undefined ? (
        error === null && <TableSkeleton />
      ) : (
        <StructureParts place={place} relation={relation} structure={reading.data} />
      )}
    </div>
  );
}
