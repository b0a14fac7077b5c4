import type { EngineEndpoint, EngineTls } from './engine-candidate.ts';

/**
 * The endpoint of an address as `DOCKER_HOST` and Docker contexts spell it: `unix:///PATH`, `npipe:////./pipe/NAME`,
 * `tcp://HOST:PORT` (default port 2375, 2376 with TLS), `http(s)://`, `ssh://`, or `HOST:PORT`.
 */
export function parseEngineAddress(address: string, tls: EngineTls | null): EngineEndpoint {
  const [, scheme = 'tcp', rest = ''] = /^(?:([a-z]+):\/\/)?(.*)$/i.exec(address) ?? [];
  switch (scheme.toLowerCase()) {
    case 'unix':
      return rest.startsWith('/') ? { kind: 'socket', path: rest } : invalid(address);
    case 'npipe':
      return rest === '' ? invalid(address) : { kind: 'socket', path: rest };
    case 'ssh':
      return { kind: 'ssh' };
    case 'tcp':
    case 'http':
    case 'https':
      return parseTcp(address, rest, tls ?? (scheme === 'https' ? systemTls : null));
    default:
      return invalid(address);
  }
}

const systemTls: EngineTls = { ca: undefined, cert: undefined, key: undefined, verify: true };

function parseTcp(address: string, rest: string, tls: EngineTls | null): EngineEndpoint {
  if (!URL.canParse(`http://${rest}`)) return invalid(address);
  const url = new URL(`http://${rest}`);
  if (url.hostname === '') return invalid(address);
  // URL drops the port 80 as the default of http.
  const port = Number(/:(\d+)(?:\/|$)/.exec(rest)?.[1] ?? (tls === null ? 2375 : 2376));
  return { kind: 'tcp', host: url.hostname.replace(/^\[|\]$/g, ''), port, tls };
}

function invalid(address: string): EngineEndpoint {
  return { kind: 'invalid', detail: `"${address}" is not the address of an engine.` };
}
