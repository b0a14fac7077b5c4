import type { StagedValue } from '../../../../../shared/contract/row-changes.ts';

/** The other boolean, as the server writes it; what is none yet becomes true. */
export function toggledBoolean(value: StagedValue): 't' | 'f' {
  return typeof value === 'string' && /^\s*(?:t|true|y|yes|on|1)\s*$/i.test(value) ? 'f' : 't';
}
