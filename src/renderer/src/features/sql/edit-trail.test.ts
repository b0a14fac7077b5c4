import { ChangeSet } from '@codemirror/state';
import { expect, it } from 'vitest';
import { EditTrail } from './edit-trail.ts';

const change = (length: number, from: number, to: number, insert: string) =>
  ChangeSet.of({ from, to, insert }, length).desc;

it('finds a place again after edits before and behind it', () => {
  const trail = new EditTrail();
  const then = trail.now();
  trail.add(change(10, 0, 0, 'abc'));
  trail.add(change(13, 9, 12, ''));
  expect(trail.find(5, then)).toBe(8);
  expect(trail.find(5, trail.now())).toBe(5);
});

it('does not find a place whose text was deleted, or that never was', () => {
  const trail = new EditTrail();
  const then = trail.now();
  trail.add(change(10, 4, 7, ''));
  expect(trail.find(5, then)).toBeNull();
  expect(trail.find(50, then)).toBeNull();
});

it('lets go of what is long ago', () => {
  const trail = new EditTrail();
  for (let edit = 0; edit < 20_000; edit += 1) trail.add(change(1, 0, 0, ''));
  expect(trail.find(0, 0)).toBeNull();
  expect(trail.find(0, trail.now())).toBe(0);
});
