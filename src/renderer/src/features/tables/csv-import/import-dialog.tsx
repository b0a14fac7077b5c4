import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { ImportOptions } from '../../../../../shared/contract/csv-import.ts';
import type { Relation, RelationPlace } from '../../../../../shared/contract/relations.ts';
import { useRereadTable } from '../../../api/tables.ts';
import { Banner } from '../../../components/banner.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorBanner } from '../../../components/error-banner.tsx';
import { ChooseFile } from './choose-file.tsx';
import { FileDrop } from './file-drop.tsx';
import { filePreview } from './file-preview.ts';
import { ImportFooter } from './import-footer.tsx';
import { ImportRunView } from './import-run-view.tsx';
import { ImportSetup } from './import-setup.tsx';
import { importTargets, mappingProblems } from './import-targets.ts';
import { isPacked } from './is-packed.ts';
import { type FileChoice, useChosenFile } from './use-chosen-file.ts';
import { useImport } from './use-import.ts';

interface ImportDialogProps {
  place: RelationPlace;
  relation: Relation;
  onClose: () => void;
}

/**
 * A CSV file into a table: how it is written is found out and can be changed, the first records show how it will be
 * read. All of it is imported or nothing. Escape does not close it while it runs.
 */
export function ImportDialog({ place, relation, onClose }: ImportDialogProps) {
  const t = useTranslations('tableFiles.import');
  const reread = useRereadTable();
  const { choice, error, choose, change } = useChosenFile(relation);
  const { run, start, cancel, forget } = useImport(() => void reread(place));
  const running = run.phase === 'running';
  const imported = run.phase === 'ended' && run.ended.state === 'imported';
  const read = useMemo(() => (choice === null ? null : readChoice(choice, relation)), [choice, relation]);
  const take = (file: File) => {
    forget();
    void choose(file);
  };
  const begin = (mode: 'import' | 'check') => {
    if (choice !== null && read !== null)
      start({ ...place, mode, options: read.options }, choice.chosen.file);
  };
  return (
    <Dialog
      open
      wide="very"
      title={t('title', { table: relation.name })}
      onClose={running ? () => undefined : onClose}
      footer={
        <ImportFooter
          run={run}
          blocked={read === null ? t('nothingChosen') : blockedBy(read, t)}
          onStart={begin}
          onLeave={running ? cancel : onClose}
        />
      }
    >
      <FileDrop closed={running || imported} onFile={take}>
        <ChooseFile file={choice?.chosen.file ?? null} fixed={running || imported} onFile={take} />
        {error !== null && <ErrorBanner title={t('unread')} error={error} />}
        <ImportRunView run={run} fileName={choice?.chosen.file.name ?? ''} />
        {read?.packed === true && <Banner tone="bad">{t('packed')}</Banner>}
        {choice !== null && read !== null && !read.packed && !imported && (
          <ImportSetup
            relation={relation}
            fileName={choice.chosen.file.name}
            draft={choice.draft}
            fixed={running}
            onChange={change}
            preview={read.preview}
            options={read.options}
            problems={read.problems}
          />
        )}
      </FileDrop>
    </Dialog>
  );
}

/** What the beginning of the file says, read as the person wants it. */
function readChoice({ chosen, draft }: FileChoice, relation: Relation) {
  const preview = filePreview(chosen, draft);
  const { targets: _, ...format } = draft;
  const columns = [...importTargets(draft, preview, relation)];
  const options: ImportOptions = { ...format, columns };
  return {
    preview,
    options,
    problems: mappingProblems(columns, relation),
    packed: isPacked(chosen.head),
  };
}

function blockedBy(
  { preview, problems, packed }: ReturnType<typeof readChoice>,
  t: ReturnType<typeof useTranslations<'tableFiles.import'>>,
): string | null {
  if (packed) return t('packed');
  if (preview.columnCount === 0) return t('blocked.empty');
  if (problems.nothing) return t('blocked.nothing');
  const [twice] = problems.twice;
  return twice === undefined ? null : t('blocked.twice', { column: twice });
}
