import type { BenchRow } from './compare.ts';

/** The rows as an aligned table; a row that misses its aim says so. */
export function printTable(rows: readonly BenchRow[]): string {
  const lines = rows.map((row) => {
    const isAbsolute = row.plain === null || row.isAbsolute === true;
    const ratio = row.plain === null ? null : row.ours / row.plain;
    const figure = isAbsolute ? row.ours : (ratio ?? row.ours);
    return [
      row.name,
      `${show(row.ours)} ${row.unit}`,
      row.plain === null ? '-' : `${show(row.plain)} ${row.unit}`,
      ratio === null ? '-' : `${ratio.toFixed(2)}x`,
      isAbsolute ? `<= ${row.aim} ${row.unit}` : `<= ${row.aim}x`,
      figure <= row.aim ? 'met' : 'MISSED',
      `n=${row.samples}`,
    ];
  });
  const table = [['', 'Howdah', 'plain way', 'ratio', 'aim', '', ''], ...lines];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0))) ?? [];
  return table
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function show(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
}
