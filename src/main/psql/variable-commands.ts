import { done, type PsqlHandler, problem } from './psql-request.ts';

/** Letters of any script, digits and underscores, as psql has it. */
const validName = /^[\w\u0080-\uffff]+$/;

/** `\set [NAME [VALUE …]]`: values are joined without spaces; alone it lists what is set. */
export const setVariable: PsqlHandler = async ({ arguments: [name, ...values], context }) => {
  const { variables } = context;
  if (name === undefined) {
    const lines = [...variables]
      .toSorted()
      .map(([key, value]) => `${key} = '${value.replaceAll("'", "\\'")}'`);
    if (lines.length > 0) context.output(lines.join('\n'));
    return done;
  }
  if (!validName.test(name)) return problem('bad-argument', name);
  variables.set(name, values.join(''));
  return done;
};

/** `\unset NAME` */
export const unsetVariable: PsqlHandler = async ({ arguments: [name], context }) => {
  if (name === undefined) return problem('missing-argument');
  context.variables.delete(name);
  return done;
};

/** `\echo`, `\qecho`, `\warn`: there is one place to print to. `-n` leaves no line open here. */
export const echo: PsqlHandler = async ({ arguments: words, context }) => {
  context.output((words[0] === '-n' ? words.slice(1) : words).join(' '));
  return done;
};
