import type { Ref } from 'react';
import { useTranslations } from 'use-intl';
import type { RelationColumn } from '../../../../../shared/contract/relations.ts';
import { IconButton } from '../../../components/icon-button.tsx';
import { Menu } from '../../../components/menu.tsx';
import { type SpecialChoice, specialChoices } from './value-choices.ts';

interface ChoiceMenuProps {
  ref: Ref<HTMLButtonElement>;
  column: RelationColumn;
  /** What has the focus when the menu is closed. */
  finalFocus: () => HTMLElement | null;
  onOpenChange: (isOpen: boolean) => void;
  onChoose: (choice: SpecialChoice) => void;
  /** What else can be done, by name. */
  more?: readonly { label: string; onSelect: () => void }[];
}

/** NULL, the default and other values that cannot be typed. */
export function ChoiceMenu({ ref, column, finalFocus, onOpenChange, onChoose, more = [] }: ChoiceMenuProps) {
  const t = useTranslations('tableEditors');
  const choices = specialChoices(column);
  if (choices.length + more.length === 0) return null;
  return (
    <Menu
      trigger={<IconButton ref={ref} icon="chevron" label={t('values')} tabIndex={-1} />}
      finalFocus={finalFocus}
      onOpenChange={onOpenChange}
      entries={[
        ...more,
        ...choices.map((choice) => ({
          label: t(`choice.${choice}`),
          onSelect: () => onChoose(choice),
          ...(choice === 'default' && column.defaultText !== null ? { note: column.defaultText } : {}),
          ...(choice === 'null' ? { note: 'Alt+Delete' } : {}),
        })),
      ]}
    />
  );
}
