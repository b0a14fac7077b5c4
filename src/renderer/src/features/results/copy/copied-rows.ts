import type { ResultColumn } from '../../../../../shared/contract/results.ts';

export const copyFormats = ['tsv', 'csv', 'json', 'markdown', 'insert'] as const;
export type CopyFormat = (typeof copyFormats)[number];

/** A rectangle of whole values; null is NULL. */
export interface CopiedRows {
  columns: readonly ResultColumn[];
  rows: readonly (readonly (string | null)[])[];
}
