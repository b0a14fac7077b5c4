import type { SqlError } from '../../../shared/contract/consoles.ts';
import type { ServerError } from '../../postgres/console-connection.ts';

/** Positions are about statements that nobody wrote. */
export function toSqlError(error: ServerError): SqlError {
  const { position: _position, internalQuery: _query, internalPosition: _internal, ...fields } = error;
  return { ...fields, at: null, excerpt: null };
}
