import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Console, ConsoleUpdate } from '../../../shared/contract/consoles.ts';
import { windowErrorOf } from './call-failure.ts';
import { client } from './client.ts';
import { keepWatching } from './keep-watching.ts';
import { orpc } from './orpc.ts';
import { sendFile } from './send-file.ts';

const listKey = (instance: string) => orpc.consoles.list.queryKey({ input: { instance } });

/** Consoles of an instance by number. There is always one: the first is made when there is none. */
export const useConsoles = (instance: string) =>
  useQuery({
    queryKey: listKey(instance),
    queryFn: async ({ signal }) => {
      const found = await client.consoles.list({ instance }, { signal });
      return found.length > 0 ? found : [await createFirst(instance)];
    },
  });

const creating = new Map<string, Promise<Console>>();

/** Readings that overlap and both find none make one together. */
function createFirst(instance: string): Promise<Console> {
  const known = creating.get(instance);
  if (known !== undefined) return known;
  const made = client.consoles.create({ instance }).finally(() => creating.delete(instance));
  creating.set(instance, made);
  return made;
}

export function useCreateConsole() {
  const queryClient = useQueryClient();
  return useMutation(
    orpc.consoles.create.mutationOptions({
      onSuccess: (made) =>
        queryClient.setQueryData(listKey(made.instance), (before: Console[] = []) =>
          [...before, made].sort((a, b) => a.number - b.number),
        ),
    }),
  );
}

/** Resolves when the list is read again, with an empty console in it if it was the last. */
export function useCloseConsole(instance: string) {
  const queryClient = useQueryClient();
  return useMutation(
    orpc.consoles.close.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: listKey(instance) }),
    }),
  );
}

export function useChangeDatabase(instance: string) {
  const queryClient = useQueryClient();
  return useMutation(
    orpc.consoles.useDatabase.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: listKey(instance) }),
    }),
  );
}

export const useConnectConsole = () => useMutation(orpc.consoles.connect.mutationOptions());
export const useCancelQuery = () => useMutation(orpc.consoles.cancel.mutationOptions());
export const useEndTransaction = () => useMutation(orpc.consoles.endTransaction.mutationOptions());
export const useRunWhole = () => useMutation(orpc.consoles.runWhole.mutationOptions());

export const useConsolePreferences = (instance: string) =>
  useQuery(orpc.consoles.preferences.queryOptions({ input: { instance } }));

/** The window follows at once with what main kept. */
export function useChangeConsolePreferences(instance: string) {
  const queryClient = useQueryClient();
  return useMutation(
    orpc.consoles.setPreferences.mutationOptions({
      onSuccess: (kept) =>
        queryClient.setQueryData(orpc.consoles.preferences.queryKey({ input: { instance } }), kept),
    }),
  );
}

export const saveDraft = (id: string, text: string, caret: number): Promise<void> =>
  client.consoles.saveDraft({ id, text, caret });

export const runInConsole: typeof client.consoles.run = (input, options) =>
  client.consoles.run(input, options);

export const explainInConsole: typeof client.consoles.explain = (input, options) =>
  client.consoles.explain(input, options);

/**
 * Runs a file that is sent in pieces, each when the one before was taken. Resolves when all of it is sent or no more
 * of it is wanted; how it went stands in the console's log.
 */
export async function runFile(id: string, file: File, oneTransaction: boolean): Promise<void> {
  const started = await client.consoles.startFile({
    id,
    fileName: file.name,
    sizeBytes: file.size,
    oneTransaction,
  });
  const send = (chunk: Blob, last: boolean) =>
    client.consoles.fileChunk({ fileId: started.fileId, chunk, last });
  await sendFile(file, send).catch(async (cause: unknown) => {
    // Main waits for the rest: told that there is none, it ends the run and says so in the log.
    await send(new Blob(), true).catch(() => undefined);
    throw cause;
  });
}

/** What goes on in a console, for as long as `signal` allows; anew after a lost connection. */
export function watchConsole(
  id: string,
  onUpdate: (update: ConsoleUpdate) => void,
  signal: AbortSignal,
): Promise<void> {
  const closed = new AbortController();
  return keepWatching(
    async (until) => untilClosed(await client.consoles.watch({ id }, { signal: until }), closed),
    onUpdate,
    AbortSignal.any([signal, closed.signal]),
  );
}

/** A console that was closed elsewhere is not asked for again. */
async function* untilClosed<T>(updates: AsyncIterable<T>, closed: AbortController): AsyncGenerator<T> {
  try {
    yield* updates;
  } catch (cause) {
    if (windowErrorOf(cause).code === 'not-found') closed.abort();
    throw cause;
  }
}
