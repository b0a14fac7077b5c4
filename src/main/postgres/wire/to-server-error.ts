import type pg from 'pg';
import type { ServerError } from '../console-connection.ts';

/** An ErrorResponse as `pg` reads it. */
export function toServerError(error: pg.DatabaseError): ServerError {
  return {
    sqlState: error.code ?? 'XX000',
    severity: error.severity ?? 'ERROR',
    message: error.message,
    detail: error.detail ?? null,
    hint: error.hint ?? null,
    position: positionOf(error.position),
    internalQuery: error.internalQuery ?? null,
    internalPosition: positionOf(error.internalPosition),
    where: error.where ?? null,
    schema: error.schema ?? null,
    table: error.table ?? null,
    column: error.column ?? null,
    constraint: error.constraint ?? null,
  };
}

function positionOf(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}
