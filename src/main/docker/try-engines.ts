import type { EngineAttempt } from '../../shared/engine-attempt.ts';
import type { EngineCandidate } from './engine-candidate.ts';
import { type PingResult, pingEngine } from './ping-engine.ts';

type Answered = Extract<PingResult, { ok: true }>;

const pingTimeoutMs = 4_000;

export interface Trial {
  /** The first candidate that answered (only `wantedId`, if given); the caller owns its connections. */
  winner: Answered | null;
  /** How every candidate fared, once the slowest is done. */
  attempts: Promise<EngineAttempt[]>;
}

/** Dials all candidates at once and takes the first in order that answers, without waiting for those after it. */
export async function tryEngines(
  candidates: readonly EngineCandidate[],
  wantedId: string | null,
): Promise<Trial> {
  const pings = candidates.map((candidate) => pingEngine(candidate, pingTimeoutMs));
  let winner: Answered | null = null;
  for (const ping of pings) {
    const result = await ping;
    if (!result.ok || (wantedId !== null && result.attempt.candidateId !== wantedId)) continue;
    winner = result;
    break;
  }
  return { winner, attempts: collect(pings, winner) };
}

async function collect(pings: Promise<PingResult>[], winner: Answered | null): Promise<EngineAttempt[]> {
  const results = await Promise.all(pings);
  for (const result of results) if (result.ok && result !== winner) result.link.dispose();
  return results.map((result) => result.attempt);
}
