import type { IncomingMessage } from 'node:http';
import type Dockerode from 'dockerode';

type Query = Record<string, string | number | boolean>;

/**
 * A GET for what dockerode has no method for: a log that is not followed as a stream,
 * and a query of `/system/df`. Errors are dockerode's own.
 */
export function dialStream(
  docker: Dockerode,
  path: `${string}?`,
  query: Query,
  abortSignal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const statusCodes = { 200: true };
    const request = { path, method: 'GET', options: query, isStream: true, statusCodes, abortSignal };
    docker.modem.dial(request, (error: Error | null, answer: unknown) => {
      if (error === null) resolve(answer as IncomingMessage);
      else reject(error);
    });
  });
}
