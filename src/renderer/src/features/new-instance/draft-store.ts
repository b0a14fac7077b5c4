import { create } from 'zustand';
import { type InstanceField, instanceFieldSchema } from '../../../../shared/field-issue.ts';
import type { InstanceSpec } from '../../../../shared/instance-spec.ts';
import type { WindowError } from '../../api/call-failure.ts';
import { draftFromSpec } from './draft-from-spec.ts';
import { type DraftEdit, editDraft } from './edit-draft.ts';
import { fieldsOfEdit } from './fields-of-edit.ts';
import type { InstanceDraft } from './instance-draft.ts';
import { type PlacedFailure, placeCreateFailure } from './place-create-failure.ts';

interface DraftStore {
  /** Null: nothing is begun, the form starts with fresh defaults. */
  draft: InstanceDraft | null;
  /** Fields that may say that they are empty: typed in or left, and all of them once `Create` was pressed. */
  asked: ReadonlySet<InstanceField>;
  /** The creation under way, or the last one that failed. */
  operationId: string | null;
  failure: PlacedFailure | null;
  begin: (spec: InstanceSpec) => void;
  edit: (edit: DraftEdit) => void;
  ask: (fields: readonly InstanceField[]) => void;
  askAll: () => void;
  submitted: (operationId: string) => void;
  failed: (error: WindowError) => void;
  forget: () => void;
}

const nothing = { draft: null, asked: new Set<InstanceField>(), operationId: null, failure: null };

/**
 * The form `New instance` while the window lives, so that looking at another page loses nothing. In memory only: it
 * holds a password.
 */
export const useDraftStore = create<DraftStore>((set) => ({
  ...nothing,
  begin: (spec) => set({ ...nothing, draft: draftFromSpec(spec) }),
  edit: (edit) =>
    set(({ draft, asked, failure }) => {
      if (draft === null) return {};
      const touched = fieldsOfEdit(edit);
      const issues = failure?.issues.filter(({ field }) => !touched.includes(field)) ?? [];
      return {
        draft: editDraft(draft, edit),
        // Another kind of storage asks for something else, which nobody has left empty yet.
        asked: choosesStorage(edit) ? without(asked, 'storage') : new Set([...asked, ...touched]),
        failure: failure && { ...failure, issues },
      };
    }),
  ask: (fields) => set(({ asked }) => ({ asked: new Set([...asked, ...fields]) })),
  askAll: () => set({ asked: new Set(instanceFieldSchema.options) }),
  submitted: (operationId) => set({ operationId, failure: null }),
  failed: (error) => set({ operationId: null, failure: placeCreateFailure(error) }),
  forget: () => set(nothing),
}));

function choosesStorage(edit: DraftEdit): boolean {
  return edit.kind === 'set' && edit.values.storageKind !== undefined;
}

function without<Value>(set: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  return new Set([...set].filter((one) => one !== value));
}
