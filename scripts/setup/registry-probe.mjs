import { request } from 'node:https';

const LIMIT_MS = 5000;

/** Whether images can be pulled: Docker Hub answers, be it only with the demand to log in. */
export function canReachRegistry(address = 'https://registry-1.docker.io/v2/', limitMs = LIMIT_MS) {
  return new Promise((resolve) => {
    const probe = request(address, { agent: false, signal: AbortSignal.timeout(limitMs) }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200 || answer.statusCode === 401);
      probe.destroy();
    });
    probe.on('error', () => resolve(false));
    probe.end();
  });
}
