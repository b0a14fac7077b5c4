import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { BenchRow } from './compare.ts';
import { benchConsoleCancel } from './console-cancel.ts';
import { benchConsoleFile } from './console-file.ts';
import { benchConsoleResults } from './console-results.ts';
import { benchConsoleScroll } from './console-scroll.ts';
import { benchCreate } from './create.ts';
import { benchEvents } from './events.ts';
import { benchFirstLoad } from './first-load.ts';
import { benchIdle } from './idle.ts';
import { benchLaunch } from './launch.ts';
import { benchList } from './list.ts';
import { printTable } from './print-table.ts';
import { benchReset } from './reset.ts';
import { benchTableFiles } from './table-files.ts';
import { benchTableRows } from './table-rows.ts';
import { benchTableSave } from './table-save.ts';

const benches: Record<string, () => Promise<BenchRow[]>> = {
  'first-load': benchFirstLoad,
  create: benchCreate,
  list: benchList,
  events: benchEvents,
  launch: benchLaunch,
  idle: benchIdle,
  reset: benchReset,
  'console-scroll': benchConsoleScroll,
  'console-cancel': benchConsoleCancel,
  'console-results': benchConsoleResults,
  'console-file': benchConsoleFile,
  'table-rows': benchTableRows,
  'table-files': benchTableFiles,
  'table-save': benchTableSave,
};

/** Runs every comparison (or those of `--only=a,b`) and prints one table; `--json FILE` keeps it as data. */
async function main(argv: string[]): Promise<void> {
  const { values } = parseArgs({
    args: argv,
    options: { json: { type: 'string' }, only: { type: 'string' } },
  });
  const only = values.only?.split(',');
  const rows: BenchRow[] = [];
  for (const [name, bench] of Object.entries(benches)) {
    if (only !== undefined && !only.includes(name)) continue;
    console.log(`measuring ${name} …`);
    rows.push(...(await bench()));
  }
  console.log(printTable(rows));
  if (values.json !== undefined) {
    await writeFile(
      values.json,
      `${JSON.stringify({ at: new Date().toISOString(), node: process.version, rows }, null, 2)}\n`,
    );
  }
}

await main(process.argv.slice(2));
