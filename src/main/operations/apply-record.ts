import type { Operation } from '../../shared/contract/operations.ts';
import type { JournalRecord, OperationEngine } from './journal-record.ts';

/** An operation as the journal tells it, with what the window does not see. */
export interface OperationHistory {
  operation: Operation;
  engine: OperationEngine;
  locks: readonly string[];
  facts: Record<string, unknown>;
}

/** Before the engine was asked. */
export const noRecovery = { canFinish: false, canRollBack: false, elsewhere: null } as const;

/** The history after one more record; null when the record belongs to no operation that began. */
export function applyRecord(before: OperationHistory | null, record: JournalRecord): OperationHistory | null {
  if (record.type === 'begin') return begun(record);
  if (before === null) return null;
  const { operation } = before;
  switch (record.type) {
    case 'step':
      return {
        ...before,
        facts: record.facts,
        operation: { ...operation, steps: stepped(operation, record) },
      };
    case 'facts':
      return { ...before, facts: record.facts };
    case 'resume':
      return {
        ...before,
        operation: { ...operation, state: 'running', endedAtMs: null, error: null, recovery: null },
      };
    case 'pause':
      return {
        ...before,
        operation: {
          ...operation,
          state: 'interrupted',
          progress: null,
          error: record.error,
          recovery: noRecovery,
        },
      };
    case 'end':
      return {
        ...before,
        operation: {
          ...operation,
          state: record.state,
          endedAtMs: record.atMs,
          progress: null,
          recovery: null,
          error: record.error,
          result: record.result,
        },
      };
  }
}

function begun(record: Extract<JournalRecord, { type: 'begin' }>): OperationHistory {
  return {
    engine: record.engine,
    locks: record.locks,
    facts: record.facts,
    operation: {
      id: record.id,
      kind: record.kind,
      subject: record.subject,
      state: 'running',
      steps: record.steps.map((step) => ({ ...step, state: 'pending', startedAtMs: null, durationMs: null })),
      progress: null,
      startedAtMs: record.atMs,
      endedAtMs: null,
      cancellable: record.cancellable,
      error: null,
      recovery: null,
      result: null,
    },
  };
}

function stepped(operation: Operation, record: Extract<JournalRecord, { type: 'step' }>): Operation['steps'] {
  return operation.steps.map((step, index) => {
    if (index !== record.index) return step;
    if (record.state === 'running') {
      return { ...step, state: 'running', startedAtMs: record.atMs, durationMs: null };
    }
    const durationMs = step.startedAtMs === null ? null : record.atMs - step.startedAtMs;
    return { ...step, state: record.state, durationMs: step.durationMs ?? durationMs };
  });
}
