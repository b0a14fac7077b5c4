import { useCallback } from 'react';
import { isMac } from '../../components/key-combo.ts';
import { type ShortcutName, shortcutText } from './shortcuts.ts';

/** Writes a shortcut as this system does. */
export function useShortcutText(): (name: ShortcutName) => string {
  return useCallback((name) => shortcutText(name, isMac), []);
}
