import {
  isDigit,
  isFreeOperatorChar,
  isOperatorChar,
  isTagPart,
  isWordPart,
  isWordStart,
} from './char-classes.ts';

/**
 * Where lexemes without an inside of their own end. Each function looks at `text` from `start` on and says where the
 * lexeme ends, or `undecided` when it depends on text that has not arrived; `final` says that none will.
 */
export const undecided = -1;

/** Names, numbers and operators are cut here (of a name 63 bytes count), so that nothing long is held or read twice. */
export const longestRun = 1024;

export interface RunText {
  text: string;
  final: boolean;
}

/** The server takes no operator longer than a name; its trailing signs are read again. */
const longestOperator = 64;

function runEnd(run: RunText, start: number, from: number, belongs: (code: number) => boolean): number {
  const limit = Math.min(run.text.length, start + longestRun);
  let end = from;
  while (end < limit && belongs(run.text.charCodeAt(end))) end += 1;
  return end === run.text.length && !run.final ? undecided : end;
}

export function wordEnd(run: RunText, start: number): number {
  return runEnd(run, start, start, isWordPart);
}

/** `$1`, or only the `$`. */
export function parameterEnd(run: RunText, start: number): number {
  return runEnd(run, start, start + 1, isDigit);
}

/** The opening `$tag$` of a dollar quote; only the `$` where there is none. */
export function dollarTagEnd(run: RunText, start: number): number {
  const first = run.text.charCodeAt(start + 1);
  if (first === 36) return start + 2;
  if (!isWordStart(first)) return start + 1;
  const end = runEnd(run, start, start + 1, isTagPart);
  if (end === undecided) return undecided;
  return run.text[end] === '$' ? end + 1 : start + 1;
}

const variableForms: Record<string, { opening: string; closing: string }> = {
  "'": { opening: ":'", closing: "'" },
  '"': { opening: ':"', closing: '"' },
  '{': { opening: ':{?', closing: '}' },
};

/** `:name`, `:'name'`, `:"name"` or `:{?name}`; only the colon where none of them is complete. */
export function variableEnd(run: RunText, start: number): number {
  const form = variableForms[run.text[start + 1] ?? ''];
  if (form === undefined) return runEnd(run, start, start + 1, isTagPart);
  const nameStart = start + form.opening.length;
  if (!run.text.startsWith(form.opening, start)) return start + 1;
  const end = runEnd(run, start, nameStart, isTagPart);
  if (end === undecided) return undecided;
  return end > nameStart && run.text[end] === form.closing ? end + 1 : start + 1;
}

/** An operator ends before a comment, and without trailing + and - where SQL itself has no such operator. */
export function operatorEnd({ text, final }: RunText, start: number): number {
  const limit = Math.min(text.length, start + longestOperator);
  let end = start;
  let endWithoutSigns = start + 1;
  let mayEndInSign = false;
  while (end < limit && isOperatorChar(text.charCodeAt(end)) && !isCommentAt(text, end)) {
    const code = text.charCodeAt(end);
    end += 1;
    if (!isSign(code)) endWithoutSigns = end;
    mayEndInSign ||= isFreeOperatorChar(code);
  }
  if (end === text.length && !final) return undecided;
  return mayEndInSign ? end : endWithoutSigns;
}

function isSign(code: number): boolean {
  return code === plus || code === minus;
}

const plus = 43;
const minus = 45;
const slash = 47;
const star = 42;

/** Whether `--` or `/*` stands at a place. */
export function isCommentAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === minus) return text.charCodeAt(at + 1) === minus;
  return code === slash && text.charCodeAt(at + 1) === star;
}

const numberPattern =
  /^(?:0[xX](?:_?[\dA-Fa-f])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:\d(?:_?\d)*(?:\.(?!\.)(?:\d(?:_?\d)*)?)?|\.\d(?:_?\d)*)(?:[eE][-+]?\d(?:_?\d)*)?)/;

/** Numbers of version 16 on, `0xFF` and `1_000`, included. `1..10` begins with the number 1. */
export function numberEnd(run: RunText, start: number): number {
  const longest = run.text.slice(start, start + longestRun);
  const length = numberPattern.exec(longest)?.[0].length ?? 1;
  const next = longest.charAt(length);
  const cannotGoOn = next !== '' && !/[\w.]/.test(next);
  // An exponent is decided three characters on: "1e-5".
  const decided = cannotGoOn || run.final || longest.length === longestRun || length + 3 <= longest.length;
  return decided ? start + length : undecided;
}
