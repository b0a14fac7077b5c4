import { nameOf } from './quote-name.ts';

/** A table that a statement names, and the name its columns go by in it. */
export interface TableReference {
  schema: string | null;
  table: string;
  alias: string | null;
}

const token =
  /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*(?:'|$)|(\$\w*\$)[\s\S]*?(?:\1|$)|"(?:[^"]|"")*(?:"|$)|[\p{L}_][\p{L}\p{N}_$]*|\S/gu;

/** Words after a table's name that begin the next part of the statement, so they are no alias of it. */
const noAlias = new Set(
  `where on using join inner left right full cross natural group order having limit offset union except intersect
  set values select returning fetch for window tablesample default as and or when then from into lateral only`.split(
    /\s+/,
  ),
);
const beforeTable = new Set(['from', 'join', 'update', 'into', 'table']);

function isName(text: string | undefined): text is string {
  return text !== undefined && /^["\p{L}_]/u.test(text);
}

/**
 * Tables in a statement, wherever in it they stand, also while it is being written. It reads words, not grammar: good
 * enough to offer columns, not to judge the statement.
 */
export function tableReferences(statement: string): TableReference[] {
  const tokens = (statement.match(token) ?? []).filter((text) => !/^(?:--|\/\*|'|\$)/.test(text));
  const found: TableReference[] = [];
  let index = 0;

  const word = () => tokens[index]?.toLowerCase();
  const takeTable = (): boolean => {
    while (word() === 'only' || word() === 'lateral') index += 1;
    if (!isName(tokens[index]) || noAlias.has(word() ?? '')) return false;
    let [schema, table]: [string | null, string] = [null, nameOf(tokens[index] ?? '')];
    index += 1;
    while (tokens[index] === '.' && isName(tokens[index + 1])) {
      [schema, table] = [table, nameOf(tokens[index + 1] ?? '')];
      index += 2;
    }
    if (word() === 'as') index += 1;
    const alias = isName(tokens[index]) && !noAlias.has(word() ?? '') ? nameOf(tokens[index] ?? '') : null;
    if (alias !== null) index += 1;
    found.push({ schema, table, alias });
    return true;
  };

  while (index < tokens.length) {
    const begins = beforeTable.has(word() ?? '');
    index += 1;
    if (!begins) continue;
    while (takeTable() && tokens[index] === ',') index += 1;
  }
  return found;
}
