import type { ConsoleConnection } from '../../src/main/postgres/console-connection.ts';
import type { ResultStore } from '../../src/main/results/result-store.ts';
import type { ResultWriter } from '../../src/main/results/result-writer.ts';
import type { StoredResult } from '../../src/main/results/stored-result.ts';

/** Runs a query and keeps its rows, as a console does. */
export async function storeQuery(
  connection: Pick<ConsoleConnection, 'run'>,
  store: ResultStore,
  text: string,
): Promise<StoredResult> {
  const writers: ResultWriter[] = [];
  const end = await connection.run(
    { text },
    {
      onColumns(wireColumns) {
        const columns = wireColumns.map(({ name, typeOid }) => ({
          name,
          typeOid,
          type: '',
          align: 'left' as const,
        }));
        const writer = store.create({ consoleId: 'console', number: 1, statement: text, columns });
        writers.push(writer);
        return writer;
      },
    },
  );
  const [writer] = writers;
  if (writer === undefined || end.kind !== 'complete') throw new Error(JSON.stringify(end));
  await writer.finish({ state: 'complete', command: end.command });
  return store.get(writer.id);
}
