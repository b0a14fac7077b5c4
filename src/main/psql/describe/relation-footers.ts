import { constraintLines } from './constraint-lines.ts';
import { askLines, type Describing, section } from './described-relation.ts';
import { indexFooter, indexLines } from './index-lines.ts';
import { inheritanceLines, partitionLines } from './inheritance-lines.ts';
import { policyLines } from './policy-lines.ts';
import { triggerLines } from './trigger-lines.ts';

/** What psql prints below the columns, in its order. */
export async function relationFooters(describing: Describing): Promise<string[]> {
  const { kind } = describing.relation;
  switch (kind) {
    case 'S':
      return sequenceOwner(describing);
    case 'i':
    case 'I':
      return [
        ...(await partitionLines(describing)),
        ...(await indexFooter(describing)),
        ...(await inheritanceLines(describing)),
        ...settings(describing),
      ];
    case 'v':
      return [...(await viewDefinition(describing)), ...(await triggerLines(describing))];
    case 'c':
      return [];
    default:
      return tableFooters(describing);
  }
}

async function tableFooters(describing: Describing): Promise<string[]> {
  const isTable = describing.relation.kind !== 'm';
  return [
    ...(await partitionLines(describing)),
    ...(await indexLines(describing)),
    ...(isTable ? await constraintLines(describing) : []),
    ...(isTable ? await policyLines(describing) : []),
    ...section('Statistics objects:', await askLines(describing, statistics)),
    ...(isTable ? section('Rules:', await askLines(describing, rules)) : []),
    ...(isTable ? section('Publications:', await askLines(describing, publications)) : []),
    ...(describing.relation.kind === 'm' ? await viewDefinition(describing) : []),
    ...(await triggerLines(describing)),
    ...(describing.relation.kind === 'f' ? await askLines(describing, foreignServer) : []),
    ...(await inheritanceLines(describing)),
    ...settings(describing),
  ];
}

function settings({ relation, verbose }: Describing): string[] {
  const { kind, replicaIdentity, tablespace, accessMethod, options } = relation;
  const showsIdentity = verbose && 'rm'.includes(kind);
  const showsMethod = verbose && 'rmp'.includes(kind) && accessMethod !== null;
  return [
    ...(showsIdentity && replicaIdentity === 'f' ? ['Replica Identity: FULL'] : []),
    ...(showsIdentity && replicaIdentity === 'n' ? ['Replica Identity: NOTHING'] : []),
    ...(tablespace === null ? [] : [`Tablespace: "${tablespace}"`]),
    ...(showsMethod ? [`Access method: ${accessMethod}`] : []),
    ...(verbose && options !== null ? [`Options: ${options}`] : []),
  ];
}

async function viewDefinition(describing: Describing): Promise<string[]> {
  if (!describing.verbose) return [];
  const [definition = ''] = await askLines(describing, 'SELECT pg_catalog.pg_get_viewdef($1::oid, true)');
  const ownRules = section(
    'Rules:',
    await askLines(describing, `${rules.replace('ORDER', "AND rulename <> '_RETURN'\n  ORDER")}`),
  );
  return ['View definition:', ...definition.split('\n'), ...ownRules];
}

function sequenceOwner(describing: Describing): Promise<string[]> {
  return askLines(describing, sequenceOwnerQuery);
}

const statistics = `
  SELECT pg_catalog.concat('"', n.nspname, '.', s.stxname, '"',
    CASE WHEN s.stxkind <> '{d,f,m}' AND NOT 'e' = ANY (s.stxkind) AND pg_catalog.cardinality(s.stxkind) < 3
      THEN ' (' || pg_catalog.concat_ws(', ', CASE WHEN 'd' = ANY (s.stxkind) THEN 'ndistinct' END,
        CASE WHEN 'f' = ANY (s.stxkind) THEN 'dependencies' END, CASE WHEN 'm' = ANY (s.stxkind) THEN 'mcv' END) || ')'
    END,
    ' ON ', pg_catalog.pg_get_statisticsobjdef_columns(s.oid), ' FROM ', s.stxrelid::pg_catalog.regclass)
  FROM pg_catalog.pg_statistic_ext s
  JOIN pg_catalog.pg_namespace n ON n.oid = s.stxnamespace
  WHERE s.stxrelid = $1::oid
  ORDER BY n.nspname, s.stxname`;

const rules = `
  SELECT pg_catalog.regexp_replace(pg_catalog.pg_get_ruledef(oid, true), '^CREATE RULE (.*);$', E'\\\\1')
  FROM pg_catalog.pg_rewrite
  WHERE ev_class = $1::oid
  ORDER BY rulename`;

const publications = `
  SELECT pg_catalog.concat('"', pubname, '"')
  FROM pg_catalog.pg_publication p
  WHERE p.puballtables OR EXISTS (
    SELECT FROM pg_catalog.pg_publication_rel pr WHERE pr.prpubid = p.oid AND pr.prrelid = $1::oid)
  ORDER BY pubname`;

const foreignServer = `
  SELECT line FROM pg_catalog.pg_foreign_table f
  JOIN pg_catalog.pg_foreign_server s ON s.oid = f.ftserver
  CROSS JOIN LATERAL (VALUES
    ('Server: ' || s.srvname),
    ('FDW options: (' || pg_catalog.array_to_string(ARRAY(
      SELECT pg_catalog.quote_ident(option_name) || ' ' || pg_catalog.quote_literal(option_value)
      FROM pg_catalog.pg_options_to_table(f.ftoptions)), ', ') || ')')) found (line)
  WHERE f.ftrelid = $1::oid AND line IS NOT NULL AND line <> 'FDW options: ()'`;

const sequenceOwnerQuery = `
  SELECT CASE d.deptype WHEN 'a' THEN 'Owned by: ' ELSE 'Sequence for identity column: ' END
    || pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname)
    || '.' || pg_catalog.quote_ident(a.attname)
  FROM pg_catalog.pg_depend d
  JOIN pg_catalog.pg_class c ON c.oid = d.refobjid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
  WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = $1::oid
    AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.deptype IN ('a', 'i')`;
