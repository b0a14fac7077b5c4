import type { Operation } from '../../../../../shared/contract/operations.ts';
import { useStagedStore } from '../../../stores/staged-store.ts';

/** What was staged for an instance goes with it when a person removes it here: no table is left to save it to. */
export function forgetRemoved(operation: Operation, before: Operation | undefined): void {
  if (operation.kind !== 'remove' || operation.state !== 'succeeded' || before?.state !== 'running') return;
  useStagedStore.getState().forget(operation.subject);
}
