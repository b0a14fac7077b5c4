import type { TableRow } from '../../../../../shared/contract/table-rows.ts';

/** A row that can be edited: one that was read, or a new one that is only staged. */
export type RowTarget =
  | { kind: 'read'; id: string; key: string[]; base: TableRow }
  | { kind: 'new'; id: string };
