import type { DockerClient } from '../../docker/docker-client.ts';
import { decisiveLogLines } from '../../logs/decisive-log-lines.ts';
import { readLastLines } from '../container-files/read-last-lines.ts';

const tail = 200;
const linesWhenUndecided = 3;

/** The lines of a container's log that say why it ended, else its very last ones. */
export async function lastWords(docker: DockerClient, containerId: string): Promise<string[]> {
  const lines = await readLastLines(docker, containerId, { tail });
  const decisive = decisiveLogLines(lines);
  return decisive.length > 0 ? decisive : lines.slice(-linesWhenUndecided);
}
