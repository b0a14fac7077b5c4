import { askTable, isProblem } from './ask-table.ts';
import { patternCondition } from './pattern-condition.ts';
import { done, type PsqlHandler, problem } from './psql-request.ts';
import { textTable } from './text-table.ts';

const named = { name: 'e.extname' };

/** `\dx`; with `+` the objects of each. */
export const listExtensions: PsqlHandler = async (request) => {
  if (request.verbose) return listObjects(request);
  return askTable(request, {
    title: 'List of installed extensions',
    columns: named,
    sql: (condition) => `
      SELECT e.extname AS "Name", e.extversion AS "Version", n.nspname AS "Schema",
        pg_catalog.obj_description(e.oid, 'pg_extension') AS "Description"
      FROM pg_catalog.pg_extension e
      LEFT JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
      WHERE ${condition}
      ORDER BY 1`,
  });
};

const listObjects: PsqlHandler = async (request) => {
  const condition = patternCondition(request, named);
  if (isProblem(condition)) return problem('bad-argument', condition.problem);
  const { session, table, output } = request.context;
  const { rows } = await session.query(
    `SELECT e.oid, e.extname FROM pg_catalog.pg_extension e WHERE ${condition.sql} ORDER BY 2`,
    condition.values,
  );
  for (const [oid = null, name] of rows) {
    const objects = await session.query(
      `SELECT pg_catalog.pg_describe_object(classid, objid, 0) AS "Object description"
       FROM pg_catalog.pg_depend
       WHERE refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND refobjid = $1 AND deptype = 'e'
       ORDER BY 1`,
      [oid],
    );
    await table(textTable(`Objects in extension "${name}"`, objects));
  }
  if (rows.length > 0) return done;
  if (request.patterns[0] !== undefined) return problem('not-found', request.patterns[0]);
  output('Did not find any extensions.');
  return done;
};
