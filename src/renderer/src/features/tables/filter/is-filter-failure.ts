/** Of what was asked for, not of rights, locks or the way to the server: data, syntax and names, one row for many. */
export const isFilterFailure = (sqlState: string): boolean =>
  sqlState !== '42501' && ['0A', '21', '22', '42'].includes(sqlState.slice(0, 2));
