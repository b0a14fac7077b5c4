import type { SaveConflict } from '../../../../shared/contract/row-changes.ts';
import type { RelationFacts } from '../../relations/relation-facts.ts';
import type { FoundRow } from '../lookup/find-rows.ts';
import { toTableRow } from '../lookup/to-table-row.ts';

/** Of a row that is not what was read. Not found: it is gone. */
export function toConflict(facts: RelationFacts, row: string, found: FoundRow | undefined): SaveConflict {
  const { schema, name } = facts.relation;
  return { relation: { schema, name }, row, current: found === undefined ? null : toTableRow(facts, found) };
}
