const LEAST = [20, 19];

/** Whether a Node version such as `20.19.0` is new enough for Howdah. */
export function isNodeSupported(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1]);
}

/** Throws when this Node is too old: a clear sentence instead of a syntax error somewhere in a package. */
export function requireNode(version = process.versions.node) {
  if (!isNodeSupported(version))
    throw new Error(`Howdah needs Node ${LEAST.join('.')} or newer; this is ${version}`);
}
