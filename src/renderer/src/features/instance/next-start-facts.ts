import type { InstanceDetail } from '../../../../shared/contract/instances.ts';

export type NextStartFact =
  | { kind: 'removedAtStop' | 'half' | 'memory' | 'initialised' }
  | { kind: 'scripts'; names: readonly string[] };

/** What a person would not expect of the next start, as far as it is known without starting anything. */
export function nextStartFacts({ instance, initScripts }: InstanceDetail): NextStartFact[] {
  if (instance.autoRemove) return [{ kind: 'removedAtStop' }];
  if (instance.storage.kind === 'memory') return [{ kind: 'memory' }];
  // A container that never ran may still have an empty data directory, which the first start would fill.
  if (instance.startedAtMs === null || instance.state === 'initialising') return [];
  const names = initScripts.map(({ name }) => name);
  return [
    ...(instance.halfInitialised ? [{ kind: 'half' } as const] : []),
    { kind: 'initialised' },
    ...(names.length > 0 ? [{ kind: 'scripts', names } as const] : []),
  ];
}
