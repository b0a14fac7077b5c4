import type { StagedValue } from '../../../../../shared/contract/row-changes.ts';

export interface Choice {
  value: StagedValue;
  label: string;
  /** What else it says: a default's expression. */
  note?: string;
  /** It is no value of the type: NULL, the default. */
  isSpecial?: boolean;
}

/** Choices that hold a text, in any case; those that begin with it first. */
export function matchingChoices(choices: readonly Choice[], text: string): readonly Choice[] {
  const sought = text.trim().toLowerCase();
  if (sought === '') return choices;
  const rank = ({ label }: Choice) => label.toLowerCase().indexOf(sought);
  return choices
    .filter((choice) => rank(choice) >= 0)
    .sort((one, other) => Math.sign(rank(one)) - Math.sign(rank(other)));
}
