import { listVolumes } from '../volumes/volume-list.ts';
import { api } from './implementer.ts';

export const volumes = api.volumes.router({
  list: api.volumes.list.handler(({ context }) => listVolumes(context.services)),
  holds: api.volumes.holds.handler(({ context, input }) => context.services.volumeContents.of(input.names)),
  sizes: api.volumes.sizes.handler(({ context }) => context.services.volumeSizes()),
});
