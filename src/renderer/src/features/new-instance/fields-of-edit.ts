import type { InstanceField } from '../../../../shared/field-issue.ts';
import type { DraftEdit } from './edit-draft.ts';
import type { InstanceDraft } from './instance-draft.ts';

const STORAGE_KEYS: ReadonlySet<string> = new Set<keyof InstanceDraft>([
  'storageKind',
  'existingVolume',
  'folder',
]);

function isField(key: string): key is InstanceField & keyof InstanceDraft {
  return !STORAGE_KEYS.has(key);
}

/** The fields an edit touches: what an earlier attempt said about them no longer holds. */
export function fieldsOfEdit(edit: DraftEdit): InstanceField[] {
  switch (edit.kind) {
    case 'set':
      return Object.keys(edit.values).map((key) => (isField(key) ? key : 'storage'));
    case 'name':
      return ['name', 'storage'];
    case 'volume-name':
      return ['storage'];
    case 'add-parameter':
    case 'change-parameter':
    case 'remove-parameter':
      return ['parameters'];
    case 'add-scripts':
    case 'remove-script':
      return ['initScripts'];
  }
}
