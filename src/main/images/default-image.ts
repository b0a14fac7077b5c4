import type { PostgresImage } from '../../shared/contract/images.ts';

/** What is pulled where the engine has no Postgres image yet. */
export const pulledByDefault = 'postgres:18';

/** The image a new instance starts with: the newest plain Postgres on the engine, else any family's newest. */
export function defaultImage(images: readonly PostgresImage[]): string {
  const plain = images.find(({ reference }) => /(^|\/)postgres:/.test(reference));
  return plain?.reference ?? images[0]?.reference ?? pulledByDefault;
}
