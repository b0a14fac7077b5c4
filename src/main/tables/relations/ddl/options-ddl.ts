import { quoteLiteral } from '../../../../shared/sql/quote-sql.ts';

/** Storage parameters as `pg_class` keeps them ("fillfactor=70"), for WITH and SET. */
export function optionsDdl(options: readonly string[]): string {
  return options
    .map((option) => {
      const at = option.indexOf('=');
      const value = option.slice(at + 1);
      return `${option.slice(0, at)}=${/^\d+$/.test(value) ? value : quoteLiteral(value).trimStart()}`;
    })
    .join(', ');
}
