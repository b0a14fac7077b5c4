import { expect, it } from 'vitest';
import { readStatus } from './read-status.ts';

it.each([
  ['Up 2 hours (healthy)', { exitCode: null, count: 2, unit: 'hour', health: 'healthy' }],
  [
    'Up Less than a second (health: starting)',
    { exitCode: null, count: 1, unit: 'second', health: 'starting' },
  ],
  ['Up About an hour (unhealthy)', { exitCode: null, count: 1, unit: 'hour', health: 'unhealthy' }],
  ['Up 3 weeks (Paused)', { exitCode: null, count: 3, unit: 'week', health: null }],
  ['Exited (137) About a minute ago', { exitCode: '137', count: 1, unit: 'minute', health: null }],
  ['Restarting (1) 5 seconds ago', { exitCode: '1', count: 5, unit: 'second', health: null }],
])('%s', (status, facts) => {
  expect(readStatus(status)).toEqual(facts);
});

it.each(['Created', 'Dead', 'Removal In Progress', '', 'running for 2 hours'])(
  '%s tells no time',
  (status) => {
    expect(readStatus(status)).toBeNull();
  },
);
