import type { StagedValue } from '../../../../../shared/contract/row-changes.ts';
import type { TableRow } from '../../../../../shared/contract/table-rows.ts';

/**
 * What is to become of one row when changes are saved. `id` names it: of a row that was read its key (see `row-id.ts`),
 * of a new one "new N". `base` is the row as it was read, which saving checks it against.
 */
export type StagedRow =
  | {
      kind: 'update';
      id: string;
      key: string[];
      base: TableRow;
      values: Readonly<Record<string, StagedValue>>;
    }
  | { kind: 'delete'; id: string; key: string[]; base: TableRow }
  | { kind: 'insert'; id: string; values: Readonly<Record<string, StagedValue>> };
