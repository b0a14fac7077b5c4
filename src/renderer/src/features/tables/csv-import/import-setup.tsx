import { useTranslations } from 'use-intl';
import type { ImportOptions } from '../../../../../shared/contract/csv-import.ts';
import type { Relation } from '../../../../../shared/contract/relations.ts';
import { CheckboxField } from '../../../components/checkbox-field.tsx';
import { CommandBlock } from '../../../components/command-block.tsx';
import type { FilePreview } from './file-preview.ts';
import { FormatFields } from './format-fields.tsx';
import { importCommand } from './import-command.ts';
import type { ImportDraft } from './import-draft.ts';
import { ImportNotes } from './import-notes.tsx';
import styles from './import-setup.module.css';
import { type MappingProblems, sequenceColumns } from './import-targets.ts';
import { MappingTable } from './mapping-table.tsx';
import { PreviewTable } from './preview-table.tsx';

interface ImportSetupProps {
  relation: Relation;
  fileName: string;
  draft: ImportDraft;
  preview: FilePreview;
  options: ImportOptions;
  problems: MappingProblems;
  /** It is being read: nothing can be changed. */
  fixed: boolean;
  onChange: (patch: Partial<ImportDraft>) => void;
}

/** How the file is read, where its columns go, and what comes of it. */
export function ImportSetup(props: ImportSetupProps) {
  const { relation, fileName, draft, preview, options, problems, fixed, onChange } = props;
  const t = useTranslations('tableFiles.import');
  const sequences = sequenceColumns(options.columns, relation);
  return (
    <div className={styles.setup} inert={fixed}>
      <FormatFields draft={draft} onChange={onChange} />
      {preview.columnCount > 0 && (
        <>
          <MappingTable
            relation={relation}
            preview={preview}
            targets={options.columns}
            onTargets={(targets) => onChange({ targets })}
          />
          <ImportNotes preview={preview} problems={problems} />
          {sequences.length > 0 && (
            <CheckboxField
              label={t('moveSequences', { count: sequences.length, columns: sequences.join(', ') })}
              hint={t('moveSequencesHint')}
              checked={draft.moveSequences}
              onChange={(moveSequences) => onChange({ moveSequences })}
            />
          )}
          {preview.records.length > 0 && <PreviewTable preview={preview} targets={options.columns} />}
          {!problems.nothing && problems.twice.length === 0 && (
            <CommandBlock command={importCommand(relation, options, fileName)} />
          )}
        </>
      )}
    </div>
  );
}
