import { quoteIdentifier } from '../../../shared/sql/quote-sql.ts';
import { textArray } from '../text-array.ts';
import type { SqlWriter } from './sql-writer.ts';

/** Values go beside the statement; columns are named with their relation, so that nothing else is meant. */
export class ParameterWriter implements SqlWriter {
  readonly values: string[] = [];
  readonly #relation: string;

  constructor(relation: string) {
    this.#relation = quoteIdentifier(relation);
  }

  column(name: string): string {
    return `${this.#relation}.${quoteIdentifier(name)}`;
  }

  place(): string {
    return `${this.#relation}.ctid`;
  }

  value(text: string, castType: string | null): string {
    this.values.push(text);
    return castType === null ? `$${this.values.length}` : `$${this.values.length}::${castType}`;
  }

  oneOf(texts: readonly string[], castType: string): string {
    // By way of texts: arrays of some types have another separator than a comma.
    return `= ANY (${this.value(textArray(texts), 'text[]')}::${castType}[])`;
  }
}
