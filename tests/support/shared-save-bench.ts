import { type SaveBench, saveBenchOf } from './save-bench.ts';
import { openSharedDatabase } from './shared-bench.ts';

/** Saves in a database of their own on a server that test files share. */
export async function openSharedSaveBench(image?: string): Promise<SaveBench> {
  const { instances, name, target } = await openSharedDatabase(image);
  return saveBenchOf(instances, { name, database: target.credentials.database }, async () => target);
}
