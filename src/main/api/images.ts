import { listPostgresImages } from '../images/image-list.ts';
import { api } from './implementer.ts';

export const images = {
  list: api.images.list.handler(({ context: { services } }) =>
    listPostgresImages(services.engine.client(), services.images),
  ),
};
