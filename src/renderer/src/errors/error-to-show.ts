import { type CallFailure, type WindowError, windowErrorOf } from '../api/call-failure.ts';

/**
 * What to say where the data of a reading stands. Older data stays without a word when the engine or main is away: the
 * banner of the window says so already.
 */
export function errorToShow({
  data,
  error,
}: {
  data: unknown;
  error: CallFailure | null;
}): WindowError | null {
  if (error === null) return null;
  const found = windowErrorOf(error);
  const toldByBanner = found.code === 'engine-unreachable' || found.code === 'connection-lost';
  return toldByBanner && data !== undefined ? null : found;
}
