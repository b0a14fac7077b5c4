import type { OperationEngine } from './journal-record.ts';

/** The part of the engine connection that tells which engine is in use. */
export interface EngineInUse {
  /** @throws AppFailure `engine-unreachable` with what was tried. */
  inUse(): OperationEngine;
  /** Null: none. */
  info(): OperationEngine | null;
}

/** Whether another engine is in use than this one. While none is, every call says so by itself. */
export function isElsewhere(engine: OperationEngine, source: EngineInUse): boolean {
  const inUse = source.info();
  return inUse !== null && inUse.id !== engine.id;
}
