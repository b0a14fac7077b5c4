import type { CopiedRows } from './copied-rows.ts';

/** A table as GitHub reads it. */
export function toMarkdown({ columns, rows }: CopiedRows): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ name }) => escaped(name))),
    line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...rows.map((row) => line(row.map((value) => (value === null ? 'NULL' : escaped(value))))),
  ].join('\n');
}

function escaped(text: string): string {
  return text.replace(/[\\|<*_`[\]]/g, '\\$&').replace(/\r\n|[\r\n]/g, '<br>');
}
