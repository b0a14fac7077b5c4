import { expect, test } from 'vitest';
import { mapEngineMessage } from './watch-engine-events.ts';

const actor = { ID: 'c1', Attributes: { name: 'shop' } };

test.each([
  ['start', 'start'],
  ['health_status: healthy', 'health_status: healthy'],
  ['exec_create: pg_isready', null],
  ['exec_start: pg_isready', null],
  ['exec_die', null],
  ['top', null],
  ['stop', 'stop'],
])('container %s', (action, expected) => {
  const event = mapEngineMessage({
    Type: 'container',
    Action: action,
    Actor: actor,
    timeNano: 1_500_000_000,
  });
  expect(event?.action ?? null).toBe(expected);
});

test('keeps what features need', () => {
  expect(mapEngineMessage({ Type: 'volume', Action: 'create', Actor: { ID: 'data' }, time: 3 })).toEqual({
    type: 'volume',
    action: 'create',
    actorId: 'data',
    attributes: {},
    atMs: 3_000,
  });
});

test("ignores Howdah's helper containers", () => {
  const helper = { ID: 'h', Attributes: { 'dev.howdah.helper': 'archive' } };
  expect(mapEngineMessage({ Type: 'container', Action: 'create', Actor: helper })).toBeNull();
});
