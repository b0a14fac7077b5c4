import { expect, test } from 'vitest';
import { listUserNetworks } from './network-list.ts';

test('only networks that somebody made', async () => {
  const rows = [
    ['zeta', 'bridge'],
    ['bridge', 'bridge'],
    ['host', 'host'],
    ['none', 'null'],
    ['alpha', 'macvlan'],
  ];
  const networks = rows.map(([Name = '', Driver = '']) => ({ Id: Name, Name, Driver, Internal: false }));
  expect(await listUserNetworks({ listNetworks: async () => networks })).toEqual([
    { name: 'alpha', driver: 'macvlan' },
    { name: 'zeta', driver: 'bridge' },
  ]);
});
