import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../../shared/app-error.ts';
import { placeCreateFailure } from './place-create-failure.ts';

describe('placeCreateFailure', () => {
  it.each<[AppError, string, string]>([
    [{ code: 'name-taken', kind: 'container', name: 'shop' }, 'name', 'name-taken'],
    [{ code: 'name-taken', kind: 'volume', name: 'shop-data' }, 'storage', 'name-taken'],
    [{ code: 'port-taken', port: 5432, holder: null, nextFree: 5433 }, 'hostPort', 'port-taken-process'],
    [{ code: 'image-missing', image: 'postgres:99' }, 'image', 'image-missing'],
    [{ code: 'pull-failed', image: 'postgres:99', reason: 'no such host' }, 'image', 'pull-failed'],
    [{ code: 'volume-in-use', volume: 'v', containers: ['a', 'b'] }, 'storage', 'volume-in-use'],
    [{ code: 'not-found', kind: 'network', name: 'gone' }, 'network', 'network-missing'],
  ])('puts %j at %s', (error, field, problem) => {
    const placed = placeCreateFailure(error);
    expect(placed.error).toBeNull();
    expect(placed.issues).toMatchObject([{ field, problem, severity: 'error' }]);
  });

  it('offers the next free port', () => {
    const placed = placeCreateFailure({ code: 'port-taken', port: 5432, holder: 'nginx', nextFree: 5433 });
    expect(placed.issues[0]?.values).toEqual({ port: 5432, holder: 'nginx', nextFree: 5433 });
  });

  it('keeps what belongs to no field', () => {
    const error: AppError = { code: 'start-failed', exitCode: 3, lines: ['FATAL: no'] };
    expect(placeCreateFailure(error)).toEqual({ issues: [], error });
  });
});
