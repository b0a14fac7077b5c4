import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

/** The engine answered with an error; `status` is the HTTP status. */
export class EngineError extends Error {
  constructor(status, message) {
    super(message);
    this.name = 'EngineError';
    this.status = status;
  }
}

/**
 * One call of the engine's HTTP API; resolves with the whole answer as text.
 * `endpoint` is `{ socketPath }` or `{ host, port, tls? }`. `body` may be a stream.
 */
export function requestEngine(endpoint, method, path, options = {}) {
  const { body, contentType, timeoutMs } = options;
  const send = endpoint.tls ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const request = send(
      {
        ...addressOf(endpoint),
        method,
        path,
        agent: false,
        headers: contentType ? { 'content-type': contentType } : {},
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('error', reject);
        response.on('end', () => {
          if (response.statusCode < 400) resolve(text);
          else reject(new EngineError(response.statusCode, messageOf(text)));
        });
      },
    );
    if (timeoutMs !== undefined) {
      request.setTimeout(timeoutMs, () => request.destroy(new Error(`no answer in ${timeoutMs} ms`)));
    }
    request.on('error', reject);
    if (body === undefined) request.end();
    else body.on('error', (error) => request.destroy(error)).pipe(request);
  });
}

function addressOf(endpoint) {
  if (endpoint.socketPath) return { socketPath: endpoint.socketPath };
  return { host: endpoint.host, port: endpoint.port, ...endpoint.tls };
}

function messageOf(text) {
  try {
    return JSON.parse(text).message ?? text;
  } catch {
    return text.trim();
  }
}
