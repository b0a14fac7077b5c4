import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The name of the current Docker context, or undefined for the built-in default one. */
export function currentContextName(configText, env) {
  const name = env.DOCKER_CONTEXT || parseOrEmpty(configText).currentContext;
  return name && name !== 'default' ? name : undefined;
}

/** The engine address inside a context's meta.json, or undefined. */
export function addressInContext(metaText) {
  return parseOrEmpty(metaText).Endpoints?.docker?.Host;
}

/** The current Docker context as `{ name, address, certificates? }`, or undefined when it is the default one. */
export function currentContext(env = process.env) {
  const folder = env.DOCKER_CONFIG || join(env.HOME || homedir(), '.docker');
  const name = currentContextName(readOrEmpty(join(folder, 'config.json')), env);
  if (name === undefined) return undefined;
  const id = createHash('sha256').update(name).digest('hex');
  const address = addressInContext(readOrEmpty(join(folder, 'contexts/meta', id, 'meta.json')));
  const certificates = join(folder, 'contexts/tls', id, 'docker');
  return { name, address, certificates: existsSync(certificates) ? certificates : undefined };
}

function readOrEmpty(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function parseOrEmpty(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
