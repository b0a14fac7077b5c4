import { useTranslations } from 'use-intl';
import type { Relation, RelationPlace, RelationStructure } from '../../../../../shared/contract/relations.ts';
import { Card } from '../../../components/card.tsx';
import { CopyButton } from '../../../components/copy-button.tsx';
import { SqlCode } from '../../../components/sql-code.tsx';
import { ConstraintsTable } from './constraints-table.tsx';
import { ForeignKeysTable } from './foreign-keys-table.tsx';
import { IndexesTable } from './indexes-table.tsx';
import { linkedForeignKeys } from './linked-foreign-keys.ts';
import { PartitionsTable } from './partitions-table.tsx';
import { StructureSection } from './structure-section.tsx';
import { TriggersTable } from './triggers-table.tsx';

interface StructurePartsProps {
  place: RelationPlace;
  relation: Relation;
  structure: RelationStructure;
}

/** Everything beside the columns. */
export function StructureParts({ place, relation, structure }: StructurePartsProps) {
  const t = useTranslations('tableStructure');
  const { indexes, constraints, triggers, partitions, ddl } = structure;
  const links = linkedForeignKeys(relation, structure);
  const foreign = new Set(relation.foreignKeys.map(({ name }) => name));
  const own = constraints.filter(({ name }) => !foreign.has(name));
  const isView = relation.kind === 'view';
  return (
    <>
      {!isView && (
        <>
          <StructureSection title={t('constraints.title')} count={own.length} empty={t('constraints.empty')}>
            <ConstraintsTable constraints={own} />
          </StructureSection>
          <StructureSection title={t('out.title')} count={links.out.length} empty={t('out.empty')}>
            <ForeignKeysTable label={t('out.title')} place={place} links={links.out} />
          </StructureSection>
          <StructureSection title={t('in.title')} count={links.in.length} empty={t('in.empty')}>
            <ForeignKeysTable label={t('in.title')} place={place} links={links.in} />
          </StructureSection>
          <StructureSection title={t('indexes.title')} count={indexes.length} empty={t('indexes.empty')}>
            <IndexesTable indexes={indexes} />
          </StructureSection>
        </>
      )}
      <StructureSection title={t('triggers.title')} count={triggers.length} empty={t('triggers.empty')}>
        <TriggersTable triggers={triggers} />
      </StructureSection>
      {relation.kind === 'partitioned-table' && (
        <StructureSection
          title={t('partitions.title')}
          count={partitions.length}
          empty={t('partitions.empty')}
        >
          <PartitionsTable place={place} partitions={partitions} />
        </StructureSection>
      )}
      <Card
        flush
        title={t('ddl.title')}
        aside={<CopyButton variant="ghost" label={t('ddl.copy')} text={ddl} />}
      >
        <SqlCode sql={ddl} />
      </Card>
    </>
  );
}
