import type { InstanceSpec, StorageSpec } from '../../../../shared/instance-spec.ts';

export type StorageKind = StorageSpec['kind'];

export interface DraftParameter {
  /** Stays with the row while others come and go. */
  rowId: string;
  name: string;
  value: string;
}

export interface DraftScript {
  rowId: string;
  name: string;
  sizeBytes: number;
  contentBase64: string;
}

/** What is typed in the form, including what another choice of storage would take up again. */
export interface InstanceDraft
  extends Pick<
    InstanceSpec,
    | 'name'
    | 'image'
    | 'user'
    | 'password'
    | 'database'
    | 'hostPort'
    | 'hostAddress'
    | 'restartPolicy'
    | 'healthCheck'
    | 'network'
  > {
  storageKind: StorageKind;
  volumeName: string;
  /** The volume is named after the instance until somebody types a name for it. */
  volumeSuffix: string | null;
  existingVolume: string;
  folder: string;
  parameters: DraftParameter[];
  scripts: DraftScript[];
}
