import {
  type Agent,
  type IncomingHttpHeaders,
  request as plainRequest,
  type RequestOptions,
} from 'node:http';
import { request as tlsRequest } from 'node:https';
import type { EngineEndpoint } from './engine-candidate.ts';

/**
 * Headers of `GET /_ping`, the cheapest answer of an engine. Without dockerode, which hands out no headers and follows
 * the redirects of whatever else listens there, where a failure of the second request is caught by nobody
 * (docker-modem/lib/http.js).
 * @throws Error with node's `code`, or with `statusCode` for any status but 2xx.
 */
export function readPingHeaders(
  endpoint: EngineEndpoint,
  agent: Agent,
  signal: AbortSignal,
): Promise<IncomingHttpHeaders> {
  return new Promise((resolve, reject) => {
    const request = open(endpoint, { agent, signal, method: 'GET', path: '/_ping' });
    request.on('error', reject);
    request.once('response', (response) => {
      const statusCode = response.statusCode ?? 0;
      response.resume();
      if (statusCode >= 200 && statusCode < 300) resolve(response.headers);
      else reject(Object.assign(new Error(response.statusMessage), { statusCode }));
    });
    request.end();
  });
}

function open(endpoint: EngineEndpoint, options: RequestOptions): ReturnType<typeof plainRequest> {
  if (endpoint.kind === 'socket') return plainRequest({ ...options, socketPath: endpoint.path });
  if (endpoint.kind !== 'tcp') throw new Error(`There is nothing to dial (${endpoint.kind})`);
  const { host, port, tls } = endpoint;
  if (tls === null) return plainRequest({ ...options, host, port });
  return tlsRequest({ ...options, host, port, ca: tls.ca, cert: tls.cert, key: tls.key });
}
