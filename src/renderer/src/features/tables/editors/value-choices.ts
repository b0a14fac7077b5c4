import type { RelationColumn } from '../../../../../shared/contract/relations.ts';
import type { StagedValue } from '../../../../../shared/contract/row-changes.ts';

/** Values that no text in an editor stands for. */
export type SpecialChoice = 'null' | 'default' | 'empty' | 'uuid' | 'now';

/** Those that make sense for a column. NULL is one even where it must not be: the server, or a check, says so. */
export function specialChoices({
  valueType,
  notNull,
  defaultText,
  identity,
}: Pick<RelationColumn, 'valueType' | 'notNull' | 'defaultText' | 'identity'>): SpecialChoice[] {
  const isDated = valueType === 'date' || valueType === 'time' || valueType === 'timestamp';
  const choices: readonly (readonly [SpecialChoice, boolean])[] = [
    ['uuid', valueType === 'uuid'],
    ['now', isDated],
    ['empty', valueType === 'text'],
    ['null', !notNull],
    ['default', defaultText !== null || identity !== null],
  ];
  return choices.flatMap(([choice, fits]) => (fits ? [choice] : []));
}

export function valueOfChoice(choice: SpecialChoice): StagedValue {
  switch (choice) {
    case 'null':
      return null;
    case 'default':
      return { default: true };
    case 'empty':
      return '';
    case 'uuid':
      return crypto.randomUUID();
    case 'now':
      return 'now';
  }
}
