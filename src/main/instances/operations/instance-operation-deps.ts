import type { FieldIssue } from '../../../shared/field-issue.ts';
import type { InstanceSpec } from '../../../shared/instance-spec.ts';
import type { OperationRunner } from '../../operations/operation-runner.ts';
import type { RestorePointStore } from '../../restore-points/restore-point-store.ts';
import type { ServerAccess } from '../access/server-access.ts';
import type { EngineHandle } from '../engine-handle.ts';
import type { HalfInitialisedStore } from './half-initialised-store.ts';

/** What plans of instance operations work with; enough to make them anew from the journal. */
export interface PlanDeps {
  engine: EngineHandle;
  access: ServerAccess;
  restorePoints: RestorePointStore;
  halfInitialised: HalfInitialisedStore;
}

export interface InstanceOperationDeps extends PlanDeps {
  runner: OperationRunner;
  /** Everything wrong with a specification, as the form shows it. */
  checkSpec(spec: InstanceSpec): Promise<FieldIssue[]>;
}
