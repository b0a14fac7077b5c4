import { expect, it } from 'vitest';
import { CallFailure, type WindowError } from '../api/call-failure.ts';
import { errorToShow } from './error-to-show.ts';

const lost: WindowError = { code: 'connection-lost' };
const unreachable: WindowError = { code: 'engine-unreachable', tried: [] };
const broken: WindowError = { code: 'internal', logId: '1' };

it.each([
  ['nothing failed', undefined, null, null],
  ['main is away, older data is there', 'older', lost, null],
  ['the engine is away, older data is there', 'older', unreachable, null],
  ['main is away, nothing was ever read', undefined, lost, lost],
  ['something else failed, older data is there', 'older', broken, broken],
])('%s', (_case, data, error, shown) => {
  expect(errorToShow({ data, error: error && new CallFailure(error) })).toEqual(shown);
});
