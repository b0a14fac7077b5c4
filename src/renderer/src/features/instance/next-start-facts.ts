import type { Instance, InstanceDetail } from '../../../../shared/contract/instances.ts';

export type NextStartFact =
  | { kind: 'removedAtStop' | 'half' | 'memory' | 'initialised' }
  | { kind: 'scripts'; names: readonly string[] };

/** What a person would not expect of the next start, as far as it is known without starting anything. */
export function nextStartFacts({ instance, initScripts }: InstanceDetail): NextStartFact[] {
  if (instance.autoRemove) return [{ kind: 'removedAtStop' }];
  if (instance.storage.kind === 'memory') return [{ kind: 'memory' }];
  if (!hasServed(instance)) return [];
  const names = initScripts.map(({ name }) => name);
  return [
    ...(instance.halfInitialised ? [{ kind: 'half' } as const] : []),
    { kind: 'initialised' },
    ...(names.length > 0 ? [{ kind: 'scripts', names } as const] : []),
  ];
}

/** It was seen serving, or ended as only a server that had served does: its data directory holds a cluster. */
function hasServed({ state, ready, exitCode, uncleanShutdown, halfInitialised }: Instance): boolean {
  if (ready === true || halfInitialised) return true;
  return (state === 'stopped' && (exitCode === 0 || uncleanShutdown)) || state === 'paused';
}
