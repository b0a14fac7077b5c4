import type { KeyCombo } from '../../../components/key-combo.ts';

const ctrl = { mod: true, shift: false, alt: false };

/** What can be done by keyboard while rows are on screen. The first combination is the one that is shown. */
export const editCombos = {
  add: [{ key: 'Insert', mod: false, shift: false, alt: false }],
  duplicate: [{ key: 'd', ...ctrl }],
  remove: [
    { key: 'Delete', ...ctrl },
    { key: 'Backspace', ...ctrl },
  ],
  undo: [{ key: 'z', ...ctrl }],
  redo: [
    { key: 'z', mod: true, shift: true, alt: false },
    { key: 'y', ...ctrl },
  ],
  save: [{ key: 's', ...ctrl }],
} as const satisfies Record<string, readonly [KeyCombo, ...KeyCombo[]]>;

export type EditCommand = keyof typeof editCombos;

export const editCommands = Object.keys(editCombos) as EditCommand[];
