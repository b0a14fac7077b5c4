import type { DraftEdit } from './edit-draft.ts';
import type { FieldIssues } from './field-issues.ts';
import type { InstanceDraft } from './instance-draft.ts';

/** What every part of the form gets. */
export interface FormPart {
  draft: InstanceDraft;
  issues: FieldIssues;
  edit: (edit: DraftEdit) => void;
}
