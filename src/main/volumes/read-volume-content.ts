import { finished } from 'node:stream/promises';
import { extract } from 'tar-stream';
import type { VolumeContent } from '../../shared/contract/volumes.ts';
import type { DockerClient } from '../docker/docker-client.ts';
import { readContainerFile } from '../instances/container-files/read-container-file.ts';
import { AppFailure } from '../lib/app-failure.ts';

/** Where clusters lie below a mount: at its root, in the folder of images up to 17, in those of 18 and later. */
const clusterFolders = ['', 'data/', 'pgdata/', '18/docker/', '19/docker/', '20/docker/'];

/**
 * What a folder of a container holds, running or not; nothing is started. `dataDirectory` is looked at as well when it
 * lies in the folder.
 * @throws AppFailure as reading a file of a container does
 */
export async function readVolumeContent(
  docker: DockerClient,
  containerId: string,
  mountPath: string,
  dataDirectory: string | null,
): Promise<VolumeContent> {
  const root = mountPath.replace(/\/+$/, '');
  const own = dataDirectory?.startsWith(`${root}/`) ? [`${dataDirectory.slice(root.length + 1)}/`] : [];
  for (const folder of new Set([...clusterFolders, ...own])) {
    const text = await readContainerFile(docker, containerId, `${root}/${folder}PG_VERSION`);
    const major = Number.parseInt(text ?? '', 10);
    if (!Number.isNaN(major)) return { kind: 'postgres', major };
  }
  return (await isEmptyFolder(docker, containerId, root)) ? { kind: 'empty' } : { kind: 'other' };
}

/** Reads no further than the second entry of its archive, however much there is. */
async function isEmptyFolder(docker: DockerClient, containerId: string, path: string): Promise<boolean> {
  const tar = await docker.getArchive(containerId, path);
  const entries = extract();
  const done = finished(tar.on('error', (error) => entries.destroy(error)).pipe(entries)).catch(
    () => undefined,
  );
  try {
    let count = 0;
    for await (const entry of entries) {
      count += 1;
      if (count > 1) return false;
      entry.resume();
    }
    return true;
  } catch (error) {
    throw error instanceof AppFailure ? error : new AppFailure({ code: 'cancelled' }, { cause: error });
  } finally {
    tar.destroy();
    entries.destroy();
    await done;
  }
}
