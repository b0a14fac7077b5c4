import type { Relation } from '../../../shared/contract/relations.ts';

/** The columns that identify a row, if rows can be in order of them. */
export function orderedKey({ identity, columns }: Relation): string[] | null {
  const canSort = (name: string) => columns.find((column) => column.name === name)?.canSort === true;
  return identity?.columns.every(canSort) === true ? identity.columns : null;
}
