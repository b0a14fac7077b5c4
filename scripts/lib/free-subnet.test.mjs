import { expect, test } from 'vitest';
import { pickPrefix, routeDestinations } from './free-subnet.mjs';

test('avoids what interfaces and routes use', () => {
  expect(pickPrefix([])).toBe('10.213');
  expect(pickPrefix(['10.213.0.1', '10.2.0.0', '192.168.1.1'])).toBe('10.217');
});

test('reads destinations of the routing table', () => {
  const table = 'Iface\tDestination\tGateway\neth0\t00000000\t0100000A\nbr0\t0000D50A\t00000000\n';
  expect(routeDestinations(table)).toEqual(['0.0.0.0', '10.213.0.0']);
});
