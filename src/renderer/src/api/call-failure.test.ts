import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { CallFailure, toCallFailure } from './call-failure.ts';

describe('toCallFailure', () => {
  it('takes what main told', () => {
    const data = { code: 'image-missing', image: 'postgres:18' };
    expect(toCallFailure(new ORPCError('APP_ERROR', { data })).error).toEqual(data);
  });

  it('calls an answer outside the contract internal', () => {
    expect(toCallFailure(new ORPCError('NOT_FOUND')).error).toEqual({ code: 'internal', logId: 'NOT_FOUND' });
  });

  it('calls everything else a lost connection and keeps its cause', () => {
    const cause = new Error('socket closed');
    const failure = toCallFailure(cause);
    expect(failure.error).toEqual({ code: 'connection-lost' });
    expect(failure.cause).toBe(cause);
  });

  it('leaves a failure as it is', () => {
    const failure = new CallFailure({ code: 'cancelled' });
    expect(toCallFailure(failure)).toBe(failure);
  });
});
