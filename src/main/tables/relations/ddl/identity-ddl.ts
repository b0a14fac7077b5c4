import type { DdlColumn } from './raw-ddl.ts';
import { sequenceOptions } from './sequence-ddl.ts';

/** What makes an identity column of one. */
export function identityDdl({ identity, sequence }: Pick<DdlColumn, 'identity' | 'sequence'>): string {
  const kind = `GENERATED ${identity === 'a' ? 'ALWAYS' : 'BY DEFAULT'} AS IDENTITY`;
  if (sequence === null) return kind;
  const name = sequence.hasUsualName ? [] : [`SEQUENCE NAME ${sequence.sqlName}`];
  const options = [...name, ...sequenceOptions(sequence)].join(' ');
  return options === '' ? kind : `${kind} (${options})`;
}
