import type { InstanceSpec, StorageSpec } from '../../../../shared/instance-spec.ts';
import type { InstanceDraft } from './instance-draft.ts';

function storageOf(draft: InstanceDraft): StorageSpec {
  switch (draft.storageKind) {
    case 'named-volume':
      return { kind: 'named-volume', name: draft.volumeName };
    case 'existing-volume':
      return { kind: 'existing-volume', name: draft.existingVolume };
    case 'folder':
      return { kind: 'folder', path: draft.folder };
    case 'anonymous':
    case 'memory':
      return { kind: draft.storageKind };
  }
}

/** The specification that a draft stands for. Rows of parameters that are wholly empty do not count. */
export function specOfDraft(draft: InstanceDraft): InstanceSpec {
  return {
    name: draft.name,
    image: draft.image.trim(),
    user: draft.user,
    password: draft.password,
    database: draft.database,
    hostPort: draft.hostPort,
    hostAddress: draft.hostAddress,
    storage: storageOf(draft),
    initScripts: draft.scripts.map(({ name, contentBase64 }) => ({ name, contentBase64 })),
    restartPolicy: draft.restartPolicy,
    healthCheck: draft.healthCheck,
    network: draft.network,
    parameters: draft.parameters
      .filter(({ name, value }) => name !== '' || value !== '')
      .map(({ name, value }) => ({ name, value })),
  };
}
