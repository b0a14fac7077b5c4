import { useRef, useState } from 'react';
import type { Relation } from '../../../../../shared/contract/relations.ts';
import { detectCsv } from '../../../../../shared/csv/detect-csv.ts';
import { type WindowError, windowErrorOf } from '../../../api/call-failure.ts';
import { type ChosenFile, type ImportDraft, readHead } from './import-draft.ts';

/** A file that was looked at, and how it is to be read. */
export interface FileChoice {
  chosen: ChosenFile;
  draft: ImportDraft;
}

/** The file of the dialog: chosen, looked at, and how it is to be read. */
export function useChosenFile(relation: Relation) {
  const [choice, setChoice] = useState<FileChoice | null>(null);
  const [error, setError] = useState<WindowError | null>(null);
  const newest = useRef<File>(null);
  const choose = async (file: File) => {
    newest.current = file;
    setError(null);
    try {
      const chosen = await readHead(file);
      if (newest.current === file) setChoice({ chosen, draft: firstDraft(chosen, relation) });
    } catch (cause) {
      if (newest.current === file) setError(windowErrorOf(cause));
    }
  };
  const change = (patch: Partial<ImportDraft>) =>
    setChoice((before) => before && { ...before, draft: { ...before.draft, ...patch } });
  return { choice, error, choose, change };
}

function firstDraft({ head, isWhole }: ChosenFile, { columns }: Relation): ImportDraft {
  const guess = detectCsv(head, { isWhole, columnNames: columns.map(({ name }) => name) });
  return { ...guess, targets: null, moveSequences: true };
}
