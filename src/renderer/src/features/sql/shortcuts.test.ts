import { describe, expect, it } from 'vitest';
import { ariaShortcut, shortcutOf, shortcutText } from './shortcuts.ts';

const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('shortcutOf', () => {
  it.each([
    [press('Enter', { ctrlKey: true }), 'run'],
    [press('Enter', { metaKey: true }), 'run'],
    [press('Enter', { ctrlKey: true, shiftKey: true }), 'runAll'],
    [press('.', { ctrlKey: true }), 'cancel'],
    [press('Ï', { code: 'KeyF', shiftKey: true, altKey: true }), 'format'],
    [press('F8'), 'goToError'],
    [press('Enter'), null],
    [press('f', { ctrlKey: true }), null],
  ] as const)('%j', (event, name) => {
    expect(shortcutOf(event)).toBe(name);
  });
});

it('is written as the system writes it', () => {
  expect(shortcutText('runAll', false)).toBe('Ctrl+Shift+Enter');
  expect(shortcutText('runAll', true)).toBe('⇧⌘↩');
  expect(ariaShortcut('format', false)).toBe('Alt+Shift+f');
});
