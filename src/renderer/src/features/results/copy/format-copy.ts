import type { CopiedRows, CopyFormat } from './copied-rows.ts';
import { toDelimited } from './to-delimited.ts';
import { toInsert } from './to-insert.ts';
import { toJson } from './to-json.ts';
import { toMarkdown } from './to-markdown.ts';

/** @param table what INSERT names. */
export function formatCopy(format: CopyFormat, copied: CopiedRows, table: string): string {
  switch (format) {
    case 'tsv':
      return toDelimited(copied, { delimiter: '\t', header: true });
    case 'csv':
      return toDelimited(copied, { delimiter: ',', header: true });
    case 'json':
      return toJson(copied);
    case 'markdown':
      return toMarkdown(copied);
    case 'insert':
      return toInsert(copied, table);
  }
}
