import { PostgreSQL, SQLDialect } from '@codemirror/lang-sql';

/**
 * Words that read as key words wherever they stand. PostgreSQL has some four hundred more, most of which are ordinary
 * names of columns and tables (name, data, type, role, value): in one colour with `select` they would tell nothing.
 */
const keywords =
  words(`abort add after aggregate all alter always analyse analyze and any array as asc asymmetric at atomic
attach authorization before begin between both by call cascade case cast check checkpoint close cluster collate
column comment commit concurrently conflict constraint copy create cross cube current current_catalog current_date
current_role current_schema current_time current_timestamp current_user cursor database deallocate declare default
deferrable deferred delete delimiter desc detach discard distinct do domain drop each else enable disable end escape
except exclude excluding execute exists explain extension extract false fetch filter following for force foreign freeze from full
function generated grant group grouping groups having identity if ilike immediate immutable in including increment
index inherit inherits initially inner inout insert instead intersect into is isnull isolation join language lateral
leading leakproof left like limit listen local localtime localtimestamp lock logged match materialized maxvalue merge
minvalue move natural next no not nothing notify notnull nowait null nulls of offset on only or order ordinality out
outer over overlaps overriding owned owner parallel partition placing policy preceding prepare primary privileges
procedure procedures publication raise recursive references refresh reindex release rename repeatable replace reset
restart restrict returning returns revoke right rollback rollup row rows rule savepoint schema security select
sequence serializable session_user set setof share show similar skip some stable statistics stdin stdout storage
strict subscription symmetric table tables tablesample tablespace temp temporary then ties to trailing transaction
trigger true truncate unbounded uncommitted union unique unknown unlisten unlogged until update using vacuum values
variadic verbose view volatile when where window with within without work`);

function words(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

/** PostgreSQL as it is coloured and offered here. */
export const sqlDialect = SQLDialect.define({ ...PostgreSQL.spec, keywords });
