import type { RemovePreview, ResetPreview } from '../../../shared/contract/instances.ts';
import type { InstanceSpec } from '../../../shared/instance-spec.ts';
import type { InstanceOperationDeps } from './instance-operation-deps.ts';
import type { SimpleKind } from './plan-simple.ts';
import { previewRemove } from './preview-remove.ts';
import { previewReset } from './preview-reset.ts';
import { startCreate } from './start-create.ts';
import { startRecreate } from './start-recreate.ts';
import { startReset } from './start-reset.ts';
import { type SimpleOptions, startSimple } from './start-simple.ts';
import { startUndoReset } from './start-undo-reset.ts';

/** Everything that changes an instance. Each answers the id of the operation it started; see the functions it names. */
export interface InstanceOperations {
  create(spec: InstanceSpec): Promise<string>;
  /** Start, stop, restart or remove: of an instance, or (`isInstance` false) of any container. */
  simple(kind: SimpleKind, idOrName: string, options: SimpleOptions): Promise<string>;
  recreate(idOrName: string): Promise<string>;
  reset(input: { id: string; keepRestorePoint: boolean; typedName: string }): Promise<string>;
  undoReset(restorePointId: string): Promise<string>;
  previewReset(idOrName: string): Promise<ResetPreview>;
  previewRemove(idOrName: string): Promise<RemovePreview>;
}

/** @param volumeSizes bytes by volume name, for the preview of a reset */
export function createInstanceOperations(
  deps: InstanceOperationDeps,
  volumeSizes: () => Promise<Record<string, number>>,
): InstanceOperations {
  return {
    create: (spec) => startCreate(deps, spec),
    simple: (kind, idOrName, options) => startSimple(deps, kind, idOrName, options),
    recreate: (idOrName) => startRecreate(deps, idOrName),
    reset: (input) => startReset(deps, input),
    undoReset: (restorePointId) => startUndoReset(deps, restorePointId),
    previewReset: (idOrName) => previewReset(deps, idOrName, volumeSizes),
    previewRemove: (idOrName) => previewRemove(deps, idOrName),
  };
}
