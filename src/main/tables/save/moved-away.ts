import type { MovedAway } from './find-side-effects.ts';
import { keyOfRow } from './key-of-row.ts';
import type { CheckedPart } from './save-job.ts';

/** Of a relation that refers to itself: the same save changes what the row refers to. */
export function movedAway({ facts, checked }: CheckedPart): MovedAway {
  const { schema, name } = facts.relation;
  const edited = new Map<string, Set<string>>();
  for (const work of checked.works) {
    if (work.kind === 'update') edited.set(JSON.stringify(work.key), new Set(Object.keys(work.values)));
  }
  return ({ from, fromColumns }, { cells }) => {
    if (from.schema !== schema || from.name !== name) return false;
    const columns = edited.get(JSON.stringify(keyOfRow(facts.relation, cells)));
    return columns !== undefined && fromColumns.some((column) => columns.has(column));
  };
}
