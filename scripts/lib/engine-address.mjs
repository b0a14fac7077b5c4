import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Reads an engine address as DOCKER_HOST has it. Returns `{ endpoint }`, or `{ problem }` in words.
 * `certificates` is a folder with ca.pem, cert.pem and key.pem, or undefined for plain connections.
 */
export function parseEngineAddress(address, certificates) {
  const unix = /^unix:\/\/(.+)$/.exec(address);
  if (unix) return { endpoint: { socketPath: unix[1] } };
  const pipe = /^npipe:\/\/(.+)$/.exec(address);
  if (pipe) return { endpoint: { socketPath: pipe[1] } };
  if (address.startsWith('ssh://')) return { problem: 'engines over ssh are not supported yet' };
  const network = /^(tcp|http|https):\/\/(\[[^\]]+\]|[^:/]+)(?::(\d+))?\/?$/.exec(address);
  if (!network) return { problem: 'this is not an engine address' };
  return networkEndpoint(network, certificates);
}

function networkEndpoint([, scheme, host, port], certificates) {
  const secure = scheme === 'https' || certificates !== undefined;
  const endpoint = { host: host.replace(/^\[|\]$/g, ''), port: Number(port ?? (secure ? 2376 : 2375)) };
  if (!secure) return { endpoint };
  try {
    return {
      endpoint: { ...endpoint, tls: certificates === undefined ? {} : readCertificates(certificates) },
    };
  } catch (error) {
    return { problem: `its certificates cannot be read: ${error.message}` };
  }
}

function readCertificates(folder) {
  const read = (name) => readFileSync(join(folder, name));
  return { ca: read('ca.pem'), cert: read('cert.pem'), key: read('key.pem') };
}
