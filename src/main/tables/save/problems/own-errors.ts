import type { ServerError } from '../../../postgres/console-connection.ts';
import type { RelationFacts } from '../../relations/relation-facts.ts';

/** The server says nothing when a trigger answers NULL, a rule does something else or a policy hides a row. */
export function keptBackError({ relation }: { relation: { name: string } }): ServerError {
  return ownError('09000', `a trigger, rule or policy of "${relation.name}" did not let this row be written`);
}

export function severalRowsError({ relation }: RelationFacts, count: number): ServerError {
  const columns = (relation.identity?.columns ?? []).join(', ');
  return ownError('21000', `${count} rows have the same values of ${columns}: they do not identify this one`);
}

export function notWritableError(sqlState: string, message: string, column: string): ServerError {
  return { ...ownError(sqlState, message), column };
}

function ownError(sqlState: string, message: string): ServerError {
  return {
    ...{ sqlState, severity: 'ERROR', message, detail: null, hint: null, where: null },
    ...{ position: null, internalQuery: null, internalPosition: null },
    ...{ schema: null, table: null, column: null, constraint: null },
  };
}
