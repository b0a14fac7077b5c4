import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';

const socketPath = (process.env.DOCKER_HOST ?? 'unix:///var/run/docker.sock').replace('unix://', '');

/** One plain GET to the engine, parsed: the least that any client has to do. */
export async function engineRequest(path: string): Promise<unknown> {
  const call = request({ socketPath, path, headers: { host: 'docker' } });
  call.end();
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString());
}
