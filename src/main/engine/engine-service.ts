import type { EngineStatus } from '../../shared/contract/engine.ts';
import { AppFailure } from '../lib/app-failure.ts';

/** The part of the engine connection that a person steers. */
interface SteeredEngine {
  status(): EngineStatus;
  retry(): Promise<EngineStatus>;
  choose(candidateId: string | null): Promise<EngineStatus>;
}

/** Answers the contract `engine`. */
export interface EngineService {
  status(): EngineStatus;
  /** Tries at once; resolves when the attempt is over. */
  retry(): Promise<EngineStatus>;
  /** @throws AppFailure `engine-unreachable` when the id is none of those that were tried. */
  choose(input: { candidateId: string | null }): Promise<EngineStatus>;
}

export function createEngineService(engine: SteeredEngine): EngineService {
  return {
    status: () => engine.status(),
    retry: () => engine.retry(),
    async choose({ candidateId }) {
      const { tried } = engine.status();
      const isKnown = candidateId === null || tried.some((attempt) => attempt.candidateId === candidateId);
      // The page may name only what was found on this machine: an address of its own would be dialled as is.
      if (!isKnown) throw new AppFailure({ code: 'engine-unreachable', tried });
      return engine.choose(candidateId);
    },
  };
}
