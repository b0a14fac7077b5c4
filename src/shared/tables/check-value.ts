import type { Relation, RelationColumn } from '../contract/relations.ts';
import type { StagedValue } from '../contract/row-changes.ts';
import { isArrayText } from './check-array.ts';
import { checkFloat, checkNumeric, checkWholeNumber } from './check-number.ts';
import { checkTemporal } from './check-temporal.ts';
import { typeOids } from './type-oids.ts';
import type { ValueProblem } from './value-problem.ts';

/**
 * What is wrong with a value that is to be saved, as far as it is certain without asking the server; null: nothing is
 * known to be. It refuses nothing that a server from 15 on would take.
 */
export function checkValue(column: RelationColumn, value: StagedValue): ValueProblem | null {
  if (value === null) return column.notNull ? { problem: 'required' } : null;
  if (typeof value === 'object') return isRequired(column) ? { problem: 'required' } : null;
  if (value.includes('\0')) return { problem: 'zero-character' };
  return checkText(column, value);
}

/** Columns that a new row must be given a value for. */
export function requiredColumns({
  columns,
  fillsNewRows,
}: Pick<Relation, 'columns' | 'fillsNewRows'>): RelationColumn[] {
  return fillsNewRows ? [] : columns.filter(isRequired);
}

function isRequired({ notNull, defaultText, identity, generated }: RelationColumn): boolean {
  return notNull && defaultText === null && identity === null && generated === null;
}

function checkText(column: RelationColumn, value: string): ValueProblem | null {
  switch (column.valueType) {
    case 'boolean':
      return booleanWord.test(value) ? null : { problem: 'not-boolean' };
    case 'integer':
      return column.integerBytes === null ? null : checkWholeNumber(value, column.integerBytes);
    case 'number':
      return column.typeOid === typeOids.numeric
        ? checkNumeric(value, column.numeric)
        : checkFloat(value, column.typeOid);
    case 'text':
      return checkLength(column, value);
    case 'enum':
      return column.enumLabels?.includes(value) === false ? { problem: 'not-a-label' } : null;
    case 'date':
    case 'time':
    case 'timestamp':
      return checkTemporal(value, column.valueType);
    case 'json':
      return checkJson(value, column.typeOid);
    case 'array':
      return isArrayText(value) ? null : { problem: 'not-array' };
    case 'bytea':
      return isBytes(value) ? null : { problem: 'not-bytes' };
    case 'uuid':
      return isUuid(value) ? null : { problem: 'not-uuid' };
    case 'interval':
      return value.trim() === '' ? { problem: 'empty' } : null;
    case 'other':
      return null;
  }
}

/** Any beginning of the words that is not that of another one. */
const booleanWord = /^\s*(?:t(?:r(?:ue?)?)?|f(?:a(?:l(?:se?)?)?)?|y(?:es?)?|no?|on|off?|1|0)\s*$/i;

/** Spaces beyond the length are dropped by the server, as the SQL standard has it. */
function checkLength({ typeOid, maxLength: most }: RelationColumn, value: string): ValueProblem | null {
  if (most === null || (typeOid !== typeOids.varchar && typeOid !== typeOids.bpchar)) return null;
  if (value.length <= most) return null;
  const length = [...value].length;
  return [...value.replace(/ +$/, '')].length > most ? { problem: 'too-long', most, length } : null;
}

function checkJson(value: string, typeOid: number): ValueProblem | null {
  try {
    JSON.parse(value);
  } catch {
    return { problem: 'not-json' };
  }
  // Only `json` keeps the text as it is.
  const hasZero = /(?<!\\)(?:\\\\)*\\u0000/.test(value);
  return hasZero && typeOid === typeOids.jsonb ? { problem: 'zero-character' } : null;
}

/** Hexadecimal pairs with space between them, or any characters with backslashes in escapes. */
function isBytes(value: string): boolean {
  if (!value.startsWith('\\x')) return !value.replace(/\\\\|\\[0-3][0-7]{2}/g, '').includes('\\');
  const runs = value.slice(2).split(/[ \n\t\r]+/);
  return runs.every((run) => run.length % 2 === 0 && !/[^\da-f]/i.test(run));
}

/** Hyphens may stand after any four digits, braces around all. */
const isUuid = (value: string): boolean => /^\{?(?:[\da-f]{4}-?){8}\}?$/i.test(value);
