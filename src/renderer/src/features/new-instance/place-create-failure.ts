import type { WindowError } from '../../api/call-failure.ts';
import type { FormIssue } from './form-issue.ts';

export interface PlacedFailure {
  /** What belongs to a field. */
  issues: FormIssue[];
  /** What belongs to no field; null when the fields say it all. */
  error: WindowError | null;
}

function atField(field: FormIssue['field'], problem: FormIssue['problem'], values: FormIssue['values']) {
  return { issues: [{ field, severity: 'error' as const, problem, values }], error: null };
}

/** Finds the field that a failed creation is about, so that the error stands where it can be put right. */
export function placeCreateFailure(error: WindowError): PlacedFailure {
  switch (error.code) {
    case 'invalid-fields':
      return { issues: error.issues, error: null };
    case 'name-taken':
      return error.kind === 'volume'
        ? atField('storage', 'name-taken', { name: error.name, kind: 'volume' })
        : atField('name', 'name-taken', { name: error.name });
    case 'port-taken':
      return atField('hostPort', 'port-taken-process', {
        port: error.port,
        ...(error.holder === null ? {} : { holder: error.holder }),
        ...(error.nextFree === null ? {} : { nextFree: error.nextFree }),
      });
    case 'image-missing':
      return atField('image', 'image-missing', { image: error.image });
    case 'pull-failed':
      return atField('image', 'pull-failed', { image: error.image, reason: error.reason });
    case 'volume-in-use':
      return atField('storage', 'volume-in-use', { holder: error.containers.join(', ') });
    case 'not-found':
      if (error.kind === 'network') return atField('network', 'network-missing', { name: error.name });
      if (error.kind === 'volume') return atField('storage', 'volume-missing', { name: error.name });
      return { issues: [], error };
    default:
      return { issues: [], error };
  }
}
