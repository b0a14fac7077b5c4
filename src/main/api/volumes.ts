import { listVolumes } from '../volumes/volume-list.ts';
import { api } from './implementer.ts';

export const volumes = {
  list: api.volumes.list.handler(({ context }) => listVolumes(context.services)),
  sizes: api.volumes.sizes.handler(({ context }) => context.services.volumeSizes()),
};
