import { buffer } from 'node:stream/consumers';
import { pack } from 'tar-stream';
import type { InitScript } from '../../../shared/instance-spec.ts';

/** Where the images look for scripts at their first initialisation. */
export const initScriptFolder = '/docker-entrypoint-initdb.d';

/** A tar to unpack at `/`; shell scripts executable, as `docker cp` of an executable file would leave them. */
export async function initScriptArchive(scripts: readonly InitScript[]): Promise<Buffer> {
  const tar = pack();
  for (const { name, contentBase64 } of scripts) {
    const mode = name.endsWith('.sh') ? 0o755 : 0o644;
    tar.entry({ name: `${initScriptFolder.slice(1)}/${name}`, mode }, Buffer.from(contentBase64, 'base64'));
  }
  tar.finalize();
  return buffer(tar);
}
