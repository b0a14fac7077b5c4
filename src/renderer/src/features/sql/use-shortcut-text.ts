import { useCallback } from 'react';
import { type ShortcutName, shortcutText } from './shortcuts.ts';

const mac = /Mac|iPhone|iPad/.test(navigator.userAgent);

export const isMac = mac;

/** Writes a shortcut as this system does. */
export function useShortcutText(): (name: ShortcutName) => string {
  return useCallback((name) => shortcutText(name, mac), []);
}
