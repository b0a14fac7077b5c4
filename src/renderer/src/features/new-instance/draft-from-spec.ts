import type { InstanceSpec } from '../../../../shared/instance-spec.ts';
import type { InstanceDraft } from './instance-draft.ts';

const DEFAULT_SUFFIX = '-data';

function decodedLength(base64: string): number {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  return (base64.length / 4) * 3 - padding;
}

/** Begins a draft with a specification, as `instances.defaults` gives it. */
export function draftFromSpec(spec: InstanceSpec): InstanceDraft {
  const { storage, parameters, initScripts, ...same } = spec;
  const named = storage.kind === 'named-volume' ? storage.name : `${spec.name}${DEFAULT_SUFFIX}`;
  return {
    ...same,
    storageKind: storage.kind,
    volumeName: named,
    volumeSuffix: named.startsWith(spec.name) ? named.slice(spec.name.length) : null,
    existingVolume: storage.kind === 'existing-volume' ? storage.name : '',
    folder: storage.kind === 'folder' ? storage.path : '',
    parameters: parameters.map((parameter, index) => ({ rowId: `given-${index}`, ...parameter })),
    scripts: initScripts.map((script, index) => ({
      rowId: `given-${index}`,
      sizeBytes: decodedLength(script.contentBase64),
      ...script,
    })),
  };
}
