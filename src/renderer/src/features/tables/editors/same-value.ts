import type { StagedValue } from '../../../../../shared/contract/row-changes.ts';

export function sameValue(one: StagedValue | undefined, other: StagedValue | undefined): boolean {
  const areDefaults = typeof one === 'object' && typeof other === 'object' && one !== null && other !== null;
  return one === other || areDefaults;
}
