/** A key with what is held. `mod` is Cmd on a Mac, else Ctrl. */
export interface KeyCombo {
  key: string;
  mod: boolean;
  shift: boolean;
  alt: boolean;
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

export const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? '');

export function isPressed(event: Pressed, { key, mod, shift, alt }: KeyCombo): boolean {
  // Alt changes what a letter writes on some keyboards; its place stays.
  const same = event.key.toLowerCase() === key.toLowerCase() || event.code === `Key${key.toUpperCase()}`;
  const held = event.ctrlKey || event.metaKey;
  return same && held === mod && event.shiftKey === shift && event.altKey === alt;
}

/** As a person reads it: "Ctrl+Enter", on a Mac "⌘↩". */
export function comboText({ key, mod, shift, alt }: KeyCombo, mac: boolean): string {
  const shown = key.length === 1 ? key.toUpperCase() : key;
  if (mac) return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${shown === 'Enter' ? '↩' : shown}`;
  return [mod && 'Ctrl', alt && 'Alt', shift && 'Shift', shown].filter(Boolean).join('+');
}

/** For `aria-keyshortcuts`. */
export function ariaCombo({ key, mod, shift, alt }: KeyCombo, mac: boolean): string {
  return [mod && (mac ? 'Meta' : 'Control'), alt && 'Alt', shift && 'Shift', key].filter(Boolean).join('+');
}
