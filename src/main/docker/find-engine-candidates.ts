import { join } from 'node:path';
import type { EngineCandidate, EngineEndpoint } from './engine-candidate.ts';
import {
  defaultSocket,
  type EngineSurroundings,
  type KnownSocket,
  listKnownSockets,
} from './known-sockets.ts';
import { parseEngineAddress } from './parse-engine-address.ts';
import {
  type DockerContext,
  readCurrentContext,
  readDockerContexts,
  readTlsFolder,
} from './read-docker-contexts.ts';

/**
 * Addresses at which an engine may answer, best first: the explicit choice, `DOCKER_HOST`, the current Docker context,
 * the other contexts, the known sockets. Each address once. Order and meaning follow the docker CLI
 * (https://docs.docker.com/engine/manage-resources/contexts/); nothing is dialled here.
 */
export async function findEngineCandidates(
  around: EngineSurroundings,
  chosenId: string | null,
): Promise<EngineCandidate[]> {
  const configDir = around.env.DOCKER_CONFIG || join(around.home, '.docker');
  const [contexts, current, sockets] = await Promise.all([
    readDockerContexts(configDir),
    readCurrentContext(configDir),
    listKnownSockets(around),
  ]);
  const found = uniqueById([
    ...(await fromEnvironment(around, configDir)),
    ...currentFirst(contexts, around.env.DOCKER_CONTEXT || current || 'default', around.platform),
    fromSocket(defaultSocket(around.platform)),
    ...sockets.map(fromSocket),
  ]);
  return chosenId === null ? found : chosenFirst(found, chosenId);
}

async function fromEnvironment({ env }: EngineSurroundings, configDir: string): Promise<EngineCandidate[]> {
  const address = env.DOCKER_HOST;
  if (address === undefined || address === '') return [];
  const verify = isSet(env.DOCKER_TLS_VERIFY);
  const tls =
    verify || isSet(env.DOCKER_TLS) ? await readTlsFolder(env.DOCKER_CERT_PATH || configDir, verify) : null;
  const endpoint = parseEngineAddress(address, tls ?? (verify ? noTlsMaterial : null));
  const secured = endpoint.kind === 'tcp' && endpoint.tls !== null;
  const id = secured ? `${address}#DOCKER_HOST` : address;
  return [{ id, source: 'environment', label: 'DOCKER_HOST', address, endpoint }];
}

const noTlsMaterial = { ca: undefined, cert: undefined, key: undefined, verify: true };

function currentFirst(
  contexts: DockerContext[],
  current: string,
  platform: NodeJS.Platform,
): EngineCandidate[] {
  const others = contexts.filter((context) => context.name !== current).map((context) => context.candidate);
  if (current === 'default') return [fromSocket(defaultSocket(platform)), ...others];
  const found = contexts.find((context) => context.name === current);
  return [found?.candidate ?? missingContext(current), ...others];
}

function missingContext(name: string): EngineCandidate {
  const detail = `The current Docker context "${name}" does not exist (docker context ls).`;
  return {
    id: `context:${name}`,
    source: 'context',
    label: name,
    address: '',
    endpoint: { kind: 'invalid', detail },
  };
}

function fromSocket({ label, address }: KnownSocket): EngineCandidate {
  return { id: address, source: 'socket', label, address, endpoint: parseEngineAddress(address, null) };
}

/** A chosen engine that is no longer found anywhere is still tried: its socket may come back. */
function chosenFirst(found: EngineCandidate[], chosenId: string): EngineCandidate[] {
  const rest = found.filter((candidate) => candidate.id !== chosenId);
  const chosen = found.find((candidate) => candidate.id === chosenId);
  if (chosen !== undefined) return [{ ...chosen, source: 'chosen' }, ...rest];
  const [address = ''] = chosenId.split('#');
  const endpoint: EngineEndpoint = /#|^context:/.test(chosenId)
    ? { kind: 'invalid', detail: 'It is no longer set up on this machine (docker context ls).' }
    : parseEngineAddress(chosenId, null);
  return [{ id: chosenId, source: 'chosen', label: address, address, endpoint }, ...rest];
}

function uniqueById(candidates: EngineCandidate[]): EngineCandidate[] {
  const seen = new Map<string, EngineCandidate>();
  for (const candidate of candidates) if (!seen.has(candidate.id)) seen.set(candidate.id, candidate);
  return [...seen.values()];
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
