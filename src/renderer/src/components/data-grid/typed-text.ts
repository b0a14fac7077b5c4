interface Key {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  getModifierState: (modifier: 'AltGraph') => boolean;
}

/**
 * The character that a key types; "" where it is not known yet (a dead key, an input method); null for a key that types
 * none. AltGr counts as Ctrl and Alt where it types, on a Mac Alt does, too, but there it is left to commands.
 */
export function typedText(event: Key): string | null {
  if (event.key === 'Dead' || event.key === 'Process') return event.ctrlKey || event.metaKey ? null : '';
  // A surrogate pair is one character.
  if ([...event.key].length !== 1) return null;
  if (event.getModifierState('AltGraph')) return event.metaKey ? null : event.key;
  return event.ctrlKey || event.metaKey || event.altKey ? null : event.key;
}
