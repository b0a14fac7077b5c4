import { expect, test } from 'vitest';
import { fakeInspect } from '../fake-inspect.test-support.ts';
import {
  dockerStateOf,
  healthOf,
  instanceState,
  isUncleanShutdown,
  type StateFacts,
} from './instance-state.ts';

const running: StateFacts = {
  docker: 'running',
  health: 'none',
  ready: true,
  initialising: false,
  crashLooping: false,
};

test.each<[Partial<StateFacts>, string]>([
  [{}, 'running'],
  [{ ready: false }, 'starting'],
  [{ ready: null }, 'starting'],
  [{ ready: null, health: 'healthy' }, 'running'],
  [{ ready: false, health: 'healthy' }, 'starting'],
  [{ ready: true, health: 'starting' }, 'running'],
  [{ ready: true, health: 'unhealthy' }, 'unhealthy'],
  [{ ready: false, initialising: true }, 'initialising'],
  [{ ready: false, initialising: true, health: 'unhealthy' }, 'initialising'],
  [{ ready: true, initialising: true }, 'running'],
  [{ ready: false, crashLooping: true }, 'crash-loop'],
  [{ docker: 'restarting', ready: null }, 'restarting'],
  [{ docker: 'restarting', ready: null, crashLooping: true }, 'crash-loop'],
  [{ docker: 'exited', ready: null, crashLooping: true }, 'stopped'],
  [{ docker: 'created', ready: null }, 'created'],
  [{ docker: 'paused', ready: null }, 'paused'],
  [{ docker: 'removing', ready: null }, 'removing'],
  [{ docker: 'dead', ready: null }, 'dead'],
])('%j is %s', (facts, state) => {
  expect(instanceState({ ...running, ...facts })).toBe(state);
});

const stateOf = (state: Parameters<typeof fakeInspect>[0]['state']) =>
  fakeInspect({ state: state ?? {} }).State;

test('an engine with more words is understood', () => {
  expect(dockerStateOf(stateOf({ Status: 'configured' }))).toBe('created');
  expect(dockerStateOf(stateOf({ Status: 'stopping', Running: true }))).toBe('running');
  expect(dockerStateOf(stateOf({ Status: 'stopped', Running: false }))).toBe('exited');
});

test('exit 137 is unclean, while it counts', () => {
  expect(isUncleanShutdown(stateOf({ Status: 'exited', Running: false, ExitCode: 137 }))).toBe(true);
  expect(isUncleanShutdown(stateOf({ Status: 'exited', Running: false, ExitCode: 0 }))).toBe(false);
  expect(isUncleanShutdown(stateOf({ ExitCode: 137 }))).toBe(false);
});

test('health', () => {
  expect(healthOf(stateOf({ Health: { Status: 'unhealthy' } }))).toBe('unhealthy');
  expect(healthOf(stateOf({ Health: null }))).toBe('none');
});
