import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineCandidate, EngineTls } from './engine-candidate.ts';
import { parseEngineAddress } from './parse-engine-address.ts';

interface ContextFile {
  Name?: unknown;
  Endpoints?: { docker?: { Host?: unknown; SkipTLSVerify?: unknown } };
}

/** A context of the docker CLI, by name. */
export interface DockerContext {
  name: string;
  candidate: EngineCandidate;
}

/**
 * The contexts in `configDir/contexts` (docker CLI, cli/context/store: `meta/HASH/meta.json`, `tls/HASH/docker/*.pem`),
 * by name. Files that cannot be read as a context are left out.
 */
export async function readDockerContexts(configDir: string): Promise<DockerContext[]> {
  const metaDir = join(configDir, 'contexts', 'meta');
  const hashes = await readdir(metaDir).catch(() => []);
  const contexts = await Promise.all(
    hashes.map((hash) => readContext(join(metaDir, hash), join(configDir, 'contexts', 'tls', hash))),
  );
  return contexts
    .filter((context) => context !== null)
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** `currentContext` of `configDir/config.json`, or null. */
export async function readCurrentContext(configDir: string): Promise<string | null> {
  const config = await readJson(join(configDir, 'config.json'));
  if (typeof config !== 'object' || config === null || !('currentContext' in config)) return null;
  return typeof config.currentContext === 'string' && config.currentContext !== ''
    ? config.currentContext
    : null;
}

/** TLS material in a folder of `ca.pem`, `cert.pem` and `key.pem`; null when there is none of them. */
export async function readTlsFolder(folder: string, verify: boolean): Promise<EngineTls | null> {
  const [ca, cert, key] = await Promise.all(
    ['ca.pem', 'cert.pem', 'key.pem'].map((name) => readFile(join(folder, name)).catch(() => undefined)),
  );
  return ca === undefined && cert === undefined && key === undefined ? null : { ca, cert, key, verify };
}

async function readContext(metaDir: string, tlsDir: string): Promise<DockerContext | null> {
  const file = (await readJson(join(metaDir, 'meta.json'))) as ContextFile | null;
  const host = file?.Endpoints?.docker?.Host;
  if (typeof file?.Name !== 'string' || typeof host !== 'string' || host === '') return null;
  const verify = file.Endpoints?.docker?.SkipTLSVerify !== true;
  const tls = await readTlsFolder(join(tlsDir, 'docker'), verify);
  const endpoint = parseEngineAddress(host, tls);
  const secured = endpoint.kind === 'tcp' && endpoint.tls !== null;
  const candidate: EngineCandidate = {
    id: secured ? `${host}#${file.Name}` : host,
    source: 'context',
    label: file.Name,
    address: host,
    endpoint,
  };
  return { name: file.Name, candidate };
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    // Missing or damaged: the docker CLI's own files are hints here, and their loss shows in the list of what was tried.
    return null;
  }
}
