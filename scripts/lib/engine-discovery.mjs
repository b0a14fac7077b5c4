import { homedir } from 'node:os';
import { join } from 'node:path';
import { currentContext } from './docker-context.mjs';
import { parseEngineAddress } from './engine-address.mjs';
import { requestEngine } from './engine-request.mjs';

const PING_TIMEOUT_MS = 3000;

/** Where an engine may listen, in the order in which they are tried: `{ address, from, certificates? }`. */
export function engineCandidates(env = process.env, platform = process.platform) {
  const candidates = [];
  if (env.DOCKER_HOST) {
    const certificates = env.DOCKER_TLS_VERIFY ? env.DOCKER_CERT_PATH : undefined;
    candidates.push({ address: env.DOCKER_HOST, from: 'DOCKER_HOST', certificates });
  }
  const context = currentContext(env);
  if (context) {
    const { name, address = '', certificates } = context;
    candidates.push({ address, from: `Docker context ${name}`, certificates });
  }
  return [
    ...candidates,
    ...knownAddresses(env, platform).map((address) => ({ address, from: 'a known place' })),
  ];
}

function knownAddresses(env, platform) {
  if (platform === 'win32') return ['npipe:////./pipe/docker_engine'];
  const home = env.HOME || homedir();
  const runtime = env.XDG_RUNTIME_DIR;
  return [
    '/var/run/docker.sock',
    ...(runtime ? [join(runtime, 'docker.sock')] : []),
    join(home, '.docker/run/docker.sock'),
    join(home, '.docker/desktop/docker.sock'),
    join(home, '.colima/default/docker.sock'),
    join(home, '.config/colima/default/docker.sock'),
    join(home, '.orbstack/run/docker.sock'),
    join(home, '.rd/docker.sock'),
    ...(runtime ? [join(runtime, 'podman/podman.sock')] : []),
    join(home, '.local/share/containers/podman/machine/podman.sock'),
    '/run/podman/podman.sock',
  ].map((path) => `unix://${path}`);
}

/** Resolves with nothing when the engine answers, rejects with the reason when it does not. */
export async function pingEngine(endpoint) {
  await requestEngine(endpoint, 'GET', '/_ping', { timeoutMs: PING_TIMEOUT_MS });
}

/**
 * Tries the candidates in order. Resolves with `{ engine?, tried }`; `engine` is the first that answered, as
 * `{ address, from, certificates?, endpoint }`, and `tried` the others as `{ address, from, reason }`.
 */
export async function findEngine(candidates = engineCandidates()) {
  const tried = [];
  for (const candidate of candidates) {
    const { endpoint, problem } = parseEngineAddress(candidate.address, candidate.certificates);
    const reason = problem ?? (await reasonOfSilence(endpoint));
    if (reason === undefined) return { engine: { ...candidate, endpoint }, tried };
    tried.push({ address: candidate.address, from: candidate.from, reason });
  }
  return { tried };
}

async function reasonOfSilence(endpoint) {
  try {
    await pingEngine(endpoint);
    return undefined;
  } catch (error) {
    return error.code ?? error.message;
  }
}

/** The environment that makes docker commands and tests use this engine and no other. */
export function engineEnvironment(engine, env = process.env) {
  const { DOCKER_CONTEXT, DOCKER_TLS_VERIFY, DOCKER_CERT_PATH, ...rest } = env;
  const tls = engine.certificates ? { DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: engine.certificates } : {};
  return { ...rest, ...tls, DOCKER_HOST: engine.address };
}
