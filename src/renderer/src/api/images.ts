import { useMutation, useQuery } from '@tanstack/react-query';
import { client } from './client.ts';
import { orpc } from './orpc.ts';
import { sendFile } from './send-file.ts';

export const useImages = () => useQuery(orpc.images.list.queryOptions());

/**
 * Starts a `docker load` of a file and sends it in pieces, each after the one before was taken. Resolves when all of
 * it is sent; the operation tells how it went. `onStarted` names it as soon as it is under way.
 */
export const useLoadImage = () =>
  useMutation({
    mutationFn: async ({ file, onStarted }: { file: File; onStarted: (operationId: string) => void }) => {
      const started = await client.images.load({ fileName: file.name, sizeBytes: file.size });
      onStarted(started.operationId);
      await sendFile(file, async (chunk, last) => {
        await client.images.loadChunk({ operationId: started.operationId, chunk, last });
        return { wanted: true };
      }).catch(async (cause: unknown) => {
        await client.operations.cancel({ operationId: started.operationId }).catch(() => undefined);
        throw cause;
      });
      return started;
    },
  });
