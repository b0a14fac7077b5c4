import { expect, test } from 'vitest';
import { topicsOfEvent } from './topics-of-event.ts';

test.each([
  ['container', 'start', ['containers']],
  ['container', 'health_status: unhealthy', ['containers']],
  ['container', 'rename', ['containers']],
  ['container', 'archive-path', []],
  ['container', 'extract-to-dir', ['containers']],
  ['container', 'attach', []],
  ['volume', 'create', ['volumes']],
  ['volume', 'mount', []],
  ['volume', 'unmount', []],
  ['volume', 'prune', ['volumes']],
  ['image', 'tag', ['images']],
  ['image', 'save', []],
  ['network', 'create', ['networks']],
  ['network', 'connect', ['containers']],
  ['daemon', 'reload', []],
  ['plugin', 'enable', []],
])('%s %s', (type, action, topics) => {
  expect(topicsOfEvent({ type, action })).toEqual(topics);
});
