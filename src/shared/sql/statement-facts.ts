import { alterDropDangers, dropDangers } from './drop-dangers.ts';
import { factTokens } from './fact-tokens.ts';
import { rowDangers, truncateDangers } from './row-dangers.ts';
import { scanSql } from './scan-sql.ts';
import type { StatementDanger } from './statement-danger.ts';
import { part, placeOf, type Stretch, textOf, words } from './stretch.ts';
import { asksReadWrite, type TransactionControl, transactionControl } from './transaction-facts.ts';

/** What a statement's text tells. What a function does that it calls (`SELECT f()`) cannot be known. */
export interface StatementFacts {
  /** In capitals: "SELECT", "CREATE"; the main one behind WITH; empty for no statement. */
  verb: string;
  /** It makes, changes or drops objects: what completion offers may be stale. DO and CALL may. */
  changesSchema: boolean;
  /** It changes data or objects, or may by what it runs: DO, CALL, EXECUTE. */
  writes: boolean;
  /** It can stand behind EXPLAIN. */
  explainable: boolean;
  transaction: TransactionControl | null;
  asksReadWrite: boolean;
  dangers: StatementDanger[];
}

const nothing: StatementFacts = {
  verb: '',
  changesSchema: false,
  writes: false,
  explainable: false,
  transaction: null,
  asksReadWrite: false,
  dangers: [],
};

/**
 * Reads from a statement's text what it will do. Several that are sent together (`a \; b`) count as one that does it all,
 * with the verb and the transaction control of the first.
 */
export function statementFacts(text: string): StatementFacts {
  // Scanning leaves plain semicolons in place of `\;`: there it is split by a second scan.
  const sent = text.includes('\\;') ? statements(text).flatMap(statements) : statements(text);
  const facts = sent.map((one) => stretchFacts({ text: one, tokens: factTokens(one) }, 0));
  const [first = nothing, ...others] = facts;
  return others.reduce(
    (all, one) => ({
      verb: all.verb,
      changesSchema: all.changesSchema || one.changesSchema,
      writes: all.writes || one.writes,
      explainable: false,
      transaction: all.transaction ?? one.transaction,
      asksReadWrite: all.asksReadWrite || one.asksReadWrite,
      dangers: [...all.dangers, ...one.dangers],
    }),
    first,
  );
}

function statements(text: string): string[] {
  return scanSql(text).flatMap((item) => (item.kind === 'statement' ? [item.text] : []));
}

const schemaVerbs = new Set(['create', 'alter', 'drop', 'import', 'do', 'call']);
const writingVerbs = new Set(
  `insert update delete merge truncate create alter drop import do call execute comment grant revoke reassign security
  refresh`.split(/\s+/),
);
const explainableVerbs = new Set('select insert update delete merge values table execute declare'.split(' '));

/** The server takes statements that write at the top only; what is nested deeper than this is not looked into. */
const deepest = 50;

function stretchFacts(stretch: Stretch, nesting: number): StatementFacts {
  if (nesting > deepest) return { ...nothing, writes: true };
  const main = part(stretch, mainPlace(stretch));
  const verb = words(main, 1);
  if (verb === 'explain') return explainFacts(main, nesting);
  const makesTable = verb === 'select' && placeOf(main, ['into']) < main.tokens.length;
  const inner = innerStatements(stretch, verb).map((one) => stretchFacts(one, nesting + 1));
  return {
    verb: verb.toUpperCase(),
    changesSchema: makesTable || schemaVerbs.has(verb),
    writes: makesTable || writingVerbs.has(verb) || copiesIn(main) || inner.some(({ writes }) => writes),
    explainable: explainableVerbs.has(verb) || isTableQuery(main),
    transaction: transactionControl(main),
    asksReadWrite: asksReadWrite(main),
    dangers: [...inner.flatMap(({ dangers }) => dangers), ...ownDangers(main, verb)],
  };
}

const queryVerbs = ['select', 'insert', 'update', 'delete', 'merge', 'values', 'table'];

/** Place of the verb: behind opening parentheses, and behind the list of WITH. */
function mainPlace(stretch: Stretch): number {
  const { tokens } = stretch;
  let at = 0;
  while (tokens[at]?.word === '(') at += 1;
  if (tokens[at]?.word !== 'with') return at;
  const list = part(stretch, at);
  let verb = placeOf(list, queryVerbs, 1);
  // The name of a CTE may be one of these words.
  while (verb < list.tokens.length && /^(?:,|with|recursive)$/.test(list.tokens[verb - 1]?.word ?? ''))
    verb = placeOf(list, queryVerbs, verb + 1);
  return at + verb;
}

/** Statements in parentheses that run with this one: CTEs that change data, and what COPY takes its rows from. */
function innerStatements(stretch: Stretch, verb: string): Stretch[] {
  const { tokens } = stretch;
  const makesOnly = verb === 'prepare' || isRoutine(stretch);
  if (makesOnly) return [];
  const before = verb === 'copy' ? 'copy' : 'as';
  const inner: Stretch[] = [];
  for (let at = 1; at < tokens.length; at += 1) {
    const opens =
      tokens[at]?.word === '(' && /^(?:with|insert|update|delete|merge)$/.test(tokens[at + 1]?.word ?? '');
    const previous = tokens[at - 1]?.word;
    if (!opens || (previous !== before && previous !== 'materialized')) continue;
    const body = part(stretch, at + 1);
    const depth = tokens[at]?.depth ?? 0;
    const length = body.tokens.findIndex((token) => token.word === ')' && token.depth === depth);
    inner.push(part(body, 0, length === -1 ? body.tokens.length : length));
    at += length === -1 ? body.tokens.length : length;
  }
  return inner;
}

function isRoutine(stretch: Stretch): boolean {
  return /^create (?:or replace )?(?:function|procedure|rule)\b/.test(words(stretch, 4));
}

function ownDangers(main: Stretch, verb: string): StatementDanger[] {
  switch (verb) {
    case 'update':
    case 'delete':
      return rowDangers(main);
    case 'truncate':
      return truncateDangers(main);
    case 'drop':
      return dropDangers(main);
    case 'alter':
      return alterDropDangers(main);
    default:
      return [];
  }
}

function copiesIn(main: Stretch): boolean {
  return words(main, 1) === 'copy' && placeOf(main, ['from']) < placeOf(main, ['to']);
}

/** `CREATE TABLE … AS SELECT …` */
function isTableQuery(main: Stretch): boolean {
  const isTable =
    /^create (?:(?:global |local )?(?:temp|temporary) |unlogged )?(?:table|materialized view)\b/;
  const as = placeOf(main, ['as']);
  const behind = main.tokens[as + 1]?.word ?? '';
  return isTable.test(words(main, 5)) && /^(?:select|with|values|table|execute|\()$/.test(behind);
}

function explainFacts(main: Stretch, nesting: number): StatementFacts {
  const { rest, analyzes } = explained(main);
  const facts = stretchFacts(rest, nesting + 1);
  const ran = { ...nothing, verb: 'EXPLAIN' };
  if (!analyzes) return ran;
  const { changesSchema, writes, dangers } = facts;
  const runs: StatementDanger[] = writes
    ? [{ kind: 'explain-analyze', object: textOf(part(rest, 0, 3)) }]
    : [];
  return { ...ran, changesSchema, writes, dangers: dangers.length > 0 ? dangers : runs };
}

function explained(main: Stretch): { rest: Stretch; analyzes: boolean } {
  if (main.tokens[1]?.word !== '(' || queryVerbs.includes(main.tokens[2]?.word ?? '')) {
    const at = main.tokens.findIndex(
      ({ word }, index) => index > 0 && !/^(?:analy[sz]e|verbose)$/.test(word),
    );
    const options = part(main, 1, at === -1 ? main.tokens.length : at);
    const analyzes = options.tokens.some(({ word }) => word !== 'verbose');
    return { rest: part(main, 1 + options.tokens.length), analyzes };
  }
  const closing = placeOf(main, [')']);
  const options = main.tokens.slice(2, closing).map(({ word }) => word);
  const at = options.findIndex((word) => /^analy[sz]e$/.test(word));
  const analyzes = at !== -1 && !/^(?:false|off|0)$/.test(options[at + 1] ?? '');
  return { rest: part(main, closing + 1), analyzes };
}
