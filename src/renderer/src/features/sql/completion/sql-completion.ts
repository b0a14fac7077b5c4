import type { CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete';
import { keywordCompletionSource } from '@codemirror/lang-sql';
import { syntaxTree } from '@codemirror/language';
import type { Catalog } from '../../../../../shared/contract/catalog.ts';
import { statementAt } from '../../../../../shared/sql/statement-at.ts';
import { sqlDialect } from '../editor/sql-dialect.ts';
import { offerNames } from './offer-names.ts';
import { nameOf } from './quote-name.ts';

const path =
  /(?:(?:[\p{L}_][\p{L}\p{N}_$]*|"(?:[^"]|"")*")\.)*(?:[\p{L}_][\p{L}\p{N}_$]*|"(?:[^"]|"")*"?)?$/u;
const names = /[\p{L}_][\p{L}\p{N}_$]*|"(?:[^"]|"")*"?/gu;
const nearby = 2_000;
/** Longer statements are read in part: completion is asked for with each letter. */
const around = 50_000;

/** Names of the live catalogue (null where it cannot be read) and key words of PostgreSQL. */
export function sqlCompletion(catalog: () => Promise<Catalog | null>): CompletionSource[] {
  const keywords = keywordCompletionSource(sqlDialect);
  return [
    async (context) => (standsInText(context) ? null : catalogResult(await catalog(), context)),
    (context) => (standsInText(context) || afterDot(context) ? null : keywords(context)),
  ];
}

/** Of a parameter, but no cast: `:name`. */
const parameter = /(?<!:):[\p{L}_][\p{L}\p{N}_]*$/u;

/** In a string, a comment, a parameter or a psql command nothing is offered. */
function standsInText(context: CompletionContext): boolean {
  const { state, pos } = context;
  const line = state.doc.lineAt(pos);
  if (/^\s*\\/.test(line.text)) return true;
  if (parameter.test(line.text.slice(0, pos - line.from))) return true;
  const { name } = syntaxTree(state).resolveInner(pos, -1);
  return name === 'String' || name === 'LineComment' || name === 'BlockComment';
}

const afterDot = (context: CompletionContext) => context.matchBefore(/\.\s*[\p{L}\p{N}_$]*/u) !== null;

function catalogResult(catalog: Catalog | null, context: CompletionContext): CompletionResult | null {
  if (catalog === null) return null;
  const { state, pos } = context;
  const before = state.sliceDoc(Math.max(0, pos - nearby), pos);
  const written = path.exec(before)?.[0] ?? '';
  if (written === '' && !context.explicit) return null;
  const parts = written.match(names) ?? [];
  const open = written === '' || written.endsWith('.') ? '' : (parts.pop() ?? '');
  const wordBefore = /([\p{L}_]+)\s+$/u.exec(before.slice(0, before.length - written.length))?.[1] ?? '';
  const [from, to] = [Math.max(0, pos - around), Math.min(state.doc.length, pos + around)];
  const near = state.sliceDoc(from, to);
  const statement = statementAt(near, pos - from);
  const options = offerNames(catalog, {
    statement: statement === null ? '' : near.slice(statement.start, statement.end),
    qualifier: parts.map(nameOf),
    wordBefore,
  });
  return options.length === 0
    ? null
    : { from: pos - open.length, options, validFor: /^(?:[\p{L}_][\p{L}\p{N}_$]*|"(?:[^"]|"")*)?$/u };
}
