/** What can be done by keyboard anywhere in a console. `Mod` is Cmd on a Mac, else Ctrl. */
export const shortcuts = {
  run: { key: 'Enter', mod: true, shift: false, alt: false },
  runAll: { key: 'Enter', mod: true, shift: true, alt: false },
  explain: { key: 'e', mod: true, shift: true, alt: false },
  cancel: { key: '.', mod: true, shift: false, alt: false },
  format: { key: 'f', mod: false, shift: true, alt: true },
  history: { key: 'h', mod: true, shift: true, alt: false },
  openFile: { key: 'o', mod: true, shift: false, alt: false },
  goToError: { key: 'F8', mod: false, shift: false, alt: false },
} as const;

export type ShortcutName = keyof typeof shortcuts;

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Which of them was pressed, if any. */
export function shortcutOf(event: Pressed): ShortcutName | null {
  for (const name of Object.keys(shortcuts) as ShortcutName[]) {
    const { key, mod, shift, alt } = shortcuts[name];
    // Alt changes what a letter writes on some keyboards; its place stays.
    const same = event.key.toLowerCase() === key.toLowerCase() || event.code === `Key${key.toUpperCase()}`;
    const held = event.ctrlKey || event.metaKey;
    if (same && held === mod && event.shiftKey === shift && event.altKey === alt) return name;
  }
  return null;
}

/** As a person reads it: "Ctrl+Enter", on a Mac "⌘↩". */
export function shortcutText(name: ShortcutName, mac: boolean): string {
  const { key, mod, shift, alt } = shortcuts[name];
  const shown = key.length === 1 ? key.toUpperCase() : key;
  if (mac) return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${shown === 'Enter' ? '↩' : shown}`;
  return [mod && 'Ctrl', alt && 'Alt', shift && 'Shift', shown].filter(Boolean).join('+');
}

/** For `aria-keyshortcuts`. */
export function ariaShortcut(name: ShortcutName, mac: boolean): string {
  const { key, mod, shift, alt } = shortcuts[name];
  return [mod && (mac ? 'Meta' : 'Control'), alt && 'Alt', shift && 'Shift', key].filter(Boolean).join('+');
}
