import type { Platform } from '../../src/main/platform/platform.ts';

/** What was saved, by the suggested name; a file that failed on its way is not among them. */
export type SavedFiles = Map<string, string>;

/** Keeps files in memory as they come. */
export function memoryPlatform(files: SavedFiles = new Map()): {
  platform: Pick<Platform, 'saveFile'>;
  files: SavedFiles;
} {
  return {
    files,
    platform: {
      async saveFile({ fileName, content }, signal) {
        const pieces: Uint8Array[] = [];
        for await (const piece of content()) {
          signal?.throwIfAborted();
          pieces.push(piece);
        }
        files.set(fileName, Buffer.concat(pieces).toString());
        return { way: 'saved', path: fileName };
      },
    },
  };
}
