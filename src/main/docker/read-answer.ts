import { AppFailure } from '../lib/app-failure.ts';

/**
 * The value of an answer that should be JSON. dockerode hands on the bytes of one that is not, and of `null` and an
 * empty one too (docker-modem/lib/modem.js, buildRequest): those are `whenEmpty`, if given.
 * @throws AppFailure `engine-refused`.
 */
export function readAnswer<T>(answer: unknown, whenEmpty?: T): T {
  if (!Buffer.isBuffer(answer)) return answer as T;
  if (whenEmpty !== undefined && /^\s*(null)?\s*$/.test(answer.toString('latin1'))) return whenEmpty;
  throw new AppFailure({
    code: 'engine-refused',
    status: 200,
    reason: 'The engine did not answer in JSON.',
  });
}
