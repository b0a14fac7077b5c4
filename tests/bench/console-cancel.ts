import { openConsoleBench } from '../support/console-bench.ts';
import { type BenchRow, median, timed } from './compare.ts';

const samples = 20;
const query = 'select count(*) from generate_series(1, 1000000000000) n';

/** From the call of `Cancel query` until the console says that it is over, for a query that keeps the server busy. */
export async function benchConsoleCancel(): Promise<BenchRow[]> {
  const bench = await openConsoleBench();
  try {
    const console = await bench.open();
    await console.run('select 1');
    const took: number[] = [];
    for (let sample = 0; sample < samples; sample += 1) {
      await console.begin(query);
      await bench.isRunning(console, query);
      took.push(
        await timed(async () => {
          await bench.call.consoles.cancel({ id: console.id });
          await console.untilIdle();
        }),
      );
    }
    return [
      { name: 'a query is cancelled', unit: 'ms', ours: median(took), plain: null, aim: 300, samples },
      {
        name: 'a query is cancelled, at worst',
        unit: 'ms',
        ours: Math.max(...took),
        plain: null,
        aim: 300,
        samples,
      },
    ];
  } finally {
    await bench.dispose();
  }
}
