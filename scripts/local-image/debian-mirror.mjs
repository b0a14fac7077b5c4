import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const DEFAULT_MIRROR = 'http://deb.debian.org/debian';

/** Addresses in a deb822 `*.sources` file (`URIs:` of stanzas with `Types: deb` that are not disabled). */
export function addressesInSources(text) {
  return text
    .replace(/^#.*\n?/gm, '')
    .split(/\n\s*\n/)
    .map(stanzaFields)
    .filter((fields) => (fields.types ?? '').split(/\s+/).includes('deb') && fields.enabled !== 'no')
    .flatMap((fields) => (fields.uris ?? '').split(/\s+/).filter(Boolean));
}

function stanzaFields(stanza) {
  const unfolded = stanza.replace(/\n[ \t]+/g, ' ');
  const fields = {};
  for (const line of unfolded.split('\n')) {
    const found = /^([A-Za-z-]+):\s*(.*)$/.exec(line);
    if (found) fields[found[1].toLowerCase()] = found[2].trim();
  }
  return fields;
}

/** Addresses in a one-line-style `sources.list`. */
export function addressesInList(text) {
  return text
    .split('\n')
    .map((line) => /^\s*deb\s+(?:\[[^\]]*\]\s+)?(\S+)/.exec(line)?.[1])
    .filter((address) => address !== undefined);
}

/** The first address that can be Debian's main archive: http(s), and its path ends in `/debian`. */
export function pickMirror(addresses) {
  return addresses.find((address) => /^https?:\/\/.+\/debian\/?$/.test(address))?.replace(/\/$/, '');
}

/** The Debian mirror this system's own apt uses, so that a firewall that lets apt through lets this through. */
export function debianMirror(aptFolder = '/etc/apt') {
  const folder = join(aptFolder, 'sources.list.d');
  const addresses = [
    ...addressesInList(readOrEmpty(join(aptFolder, 'sources.list'))),
    ...filesIn(folder).flatMap((name) => {
      const text = readOrEmpty(join(folder, name));
      if (name.endsWith('.sources')) return addressesInSources(text);
      return name.endsWith('.list') ? addressesInList(text) : [];
    }),
  ];
  return pickMirror(addresses) ?? DEFAULT_MIRROR;
}

function readOrEmpty(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function filesIn(folder) {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
