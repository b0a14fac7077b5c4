import { ariaCombo, comboText, isPressed, type KeyCombo } from '../../components/key-combo.ts';

/** What can be done by keyboard anywhere in a console. */
export const shortcuts = {
  run: { key: 'Enter', mod: true, shift: false, alt: false },
  runAll: { key: 'Enter', mod: true, shift: true, alt: false },
  explain: { key: 'e', mod: true, shift: true, alt: false },
  cancel: { key: '.', mod: true, shift: false, alt: false },
  format: { key: 'f', mod: false, shift: true, alt: true },
  history: { key: 'h', mod: true, shift: true, alt: false },
  openFile: { key: 'o', mod: true, shift: false, alt: false },
  goToError: { key: 'F8', mod: false, shift: false, alt: false },
} as const satisfies Record<string, KeyCombo>;

export type ShortcutName = keyof typeof shortcuts;

/** Which of them was pressed, if any. */
export function shortcutOf(event: Parameters<typeof isPressed>[0]): ShortcutName | null {
  for (const name of Object.keys(shortcuts) as ShortcutName[]) {
    if (isPressed(event, shortcuts[name])) return name;
  }
  return null;
}

/** As a person reads it. */
export const shortcutText = (name: ShortcutName, mac: boolean): string => comboText(shortcuts[name], mac);

/** For `aria-keyshortcuts`. */
export const ariaShortcut = (name: ShortcutName, mac: boolean): string => ariaCombo(shortcuts[name], mac);
