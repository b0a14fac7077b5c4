import type { ScannedStatement } from '../../../shared/sql/scanned-item.ts';
import type { StatementDanger } from '../../../shared/sql/statement-danger.ts';

/** A danger with the statement it was found in. */
export interface FoundDanger {
  danger: StatementDanger;
  statement: ScannedStatement;
  /** The statement with the values of variables and parameters in their places. */
  text: string;
  /** False behind `\connect`: what is in the session's database says nothing about it. */
  here: boolean;
}
