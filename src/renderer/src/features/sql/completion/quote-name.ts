/** Key words that cannot name a table or column without quotes (PostgreSQL's appendix C, reserved). */
const reserved = new Set(
  `all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation
  column concurrently constraint create cross current_catalog current_date current_role current_schema current_time
  current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze
  from full grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit
  localtime localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references
  returning right select session_user similar some symmetric system_user table tablesample then to trailing true union
  unique user using variadic verbose when where window with`.split(/\s+/),
);

/** A name as it has to be written in a statement: in quotes only where it needs them. */
export function quoteName(name: string): string {
  const plain = /^[a-z_\u0080-\uffff][a-z0-9_$\u0080-\uffff]*$/.test(name) && name === name.toLowerCase();
  return plain && !reserved.has(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** The name that a written one stands for: quotes taken off, or folded to lower case. */
export function nameOf(written: string): string {
  if (!written.startsWith('"')) return written.toLowerCase();
  return written.slice(1, written.length > 1 && written.endsWith('"') ? -1 : undefined).replaceAll('""', '"');
}
