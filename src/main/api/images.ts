import { listPostgresImages } from '../images/image-list.ts';
import { api } from './implementer.ts';

export const images = api.images.router({
  list: api.images.list.handler(({ context: { services } }) =>
    listPostgresImages(services.engine.client(), services.images),
  ),
  pull: api.images.pull.handler(async ({ context, input }) => ({
    operationId: await context.services.imageOperations.pull(input.reference),
  })),
  load: api.images.load.handler(async ({ context, input }) => ({
    operationId: await context.services.imageOperations.load(input),
  })),
  loadChunk: api.images.loadChunk.handler(async ({ context, input: { operationId, chunk, last } }) =>
    context.services.imageOperations.loadChunk(operationId, Buffer.from(await chunk.arrayBuffer()), last),
  ),
});
