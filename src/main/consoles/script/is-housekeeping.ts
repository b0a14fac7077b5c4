/** Sequences, search path, large objects: https://github.com/postgres/postgres/blob/master/src/bin/pg_dump/pg_dump.c */
const calls =
  /^SELECT (?:\* FROM )?pg_catalog\.(?:set_config|setval|lo_\w+|lowrite|pg_restore_\w+|binary_upgrade_\w+)\(/;

/** A call that dumps make by SELECT for what it does: nobody wants to see what it answers, hundreds of times. */
export function isHousekeeping(statement: string): boolean {
  return calls.test(statement);
}
