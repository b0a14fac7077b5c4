import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';

/** Second bytes of the 10.x.0.0/16 networks to choose from: rarely used ones, far from Docker's own defaults. */
const CANDIDATES = [213, 217, 221, 225, 229, 233, 237, 241];

/** First free network prefix such as `10.213`, given the addresses and routes (dotted) that exist already. */
export function pickPrefix(addresses) {
  return CANDIDATES.map((byte) => `10.${byte}`).find(
    (prefix) => !addresses.some((address) => address.startsWith(`${prefix}.`)),
  );
}

/** Destinations in /proc/net/route, which has them as little-endian hexadecimal numbers. */
export function routeDestinations(table) {
  return table
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')[1])
    .filter((hex) => /^[0-9A-F]{8}$/.test(hex ?? ''))
    .map((hex) => Buffer.from(hex, 'hex').reverse().join('.'));
}

/** A prefix that no interface and no route of this machine uses. */
export function freePrefix() {
  const own = Object.values(networkInterfaces())
    .flat()
    .map((entry) => entry.address);
  const prefix = pickPrefix([...own, ...routeDestinations(readFileSync('/proc/net/route', 'utf8'))]);
  if (prefix === undefined) throw new Error('no free network address for the private engine');
  return prefix;
}
