import type { DraftScript, InstanceDraft } from './instance-draft.ts';

type Plain = Omit<InstanceDraft, 'name' | 'volumeName' | 'volumeSuffix' | 'parameters' | 'scripts'>;

export type DraftEdit =
  | { kind: 'set'; values: Partial<Plain> }
  | { kind: 'name'; name: string }
  | { kind: 'volume-name'; name: string }
  | { kind: 'add-parameter'; rowId: string }
  | { kind: 'change-parameter'; rowId: string; values: { name?: string; value?: string } }
  | { kind: 'remove-parameter'; rowId: string }
  | { kind: 'add-scripts'; scripts: DraftScript[] }
  | { kind: 'remove-script'; rowId: string };

/** The order in which the entrypoint runs them: a shell glob in the C locale. */
function byName(a: DraftScript, b: DraftScript): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

export function editDraft(draft: InstanceDraft, edit: DraftEdit): InstanceDraft {
  switch (edit.kind) {
    case 'set':
      return { ...draft, ...edit.values };
    case 'name': {
      const volumeName = draft.volumeSuffix === null ? draft.volumeName : `${edit.name}${draft.volumeSuffix}`;
      return { ...draft, name: edit.name, volumeName };
    }
    case 'volume-name':
      return { ...draft, volumeName: edit.name, volumeSuffix: null };
    case 'add-parameter':
      return { ...draft, parameters: [...draft.parameters, { rowId: edit.rowId, name: '', value: '' }] };
    case 'change-parameter':
      return {
        ...draft,
        parameters: draft.parameters.map((row) =>
          row.rowId === edit.rowId ? { ...row, ...edit.values } : row,
        ),
      };
    case 'remove-parameter':
      return { ...draft, parameters: draft.parameters.filter(({ rowId }) => rowId !== edit.rowId) };
    case 'add-scripts':
      return { ...draft, scripts: [...draft.scripts, ...edit.scripts].sort(byName) };
    case 'remove-script':
      return { ...draft, scripts: draft.scripts.filter(({ rowId }) => rowId !== edit.rowId) };
  }
}
