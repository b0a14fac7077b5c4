import { expect, test } from 'vitest';
import { withoutDraftPlaces } from './without-draft-places.ts';

const inDraft = { offset: 0, line: 1, column: 1 };
const inFile = { ...inDraft, file: 'dump.sql' };
const statement = {
  kind: 'statement',
  text: 'COMMIT',
  command: 'COMMIT',
  durationMs: 1,
  resultId: null,
} as const;

test('places in the draft go, places in a file stay', () => {
  expect(withoutDraftPlaces({ ...statement, place: inDraft })).toEqual({ ...statement, place: null });
  expect(withoutDraftPlaces({ ...statement, place: inFile })).toEqual({ ...statement, place: inFile });
});

test('of an error both its statement and its fault are meant', () => {
  const at = (place: typeof inDraft) => ({
    ...{ kind: 'sql-error' as const, text: '', durationMs: 1, place },
    error: {
      ...{ sqlState: '42601', severity: 'ERROR', message: '', detail: null, hint: null, where: null },
      ...{ schema: null, table: null, column: null, constraint: null, excerpt: null },
      at: place,
    },
  });
  expect(withoutDraftPlaces(at(inDraft))).toMatchObject({ place: null, error: { at: null } });
  expect(withoutDraftPlaces(at(inFile))).toEqual(at(inFile));
});

test('anything else stays as it is', () => {
  const output = { kind: 'output', text: 'a' } as const;
  expect(withoutDraftPlaces(output)).toBe(output);
});
