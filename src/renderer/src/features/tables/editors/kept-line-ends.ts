import type { StagedValue } from '../../../../../shared/contract/row-changes.ts';

/** A text area turns all line ends into `\n`: where all of the value's were `\r\n`, they are again. */
export function keptLineEnds(before: StagedValue, text: string): string {
  if (typeof before !== 'string' || !before.includes('\r\n')) return text;
  if (/(?:^|[^\r])\n|\r(?!\n)/.test(before)) return text === lineFeeds(before) ? before : text;
  return text.replaceAll('\n', '\r\n');
}

const lineFeeds = (text: string): string => text.replace(/\r\n?/g, '\n');
