import { expect, it } from 'vitest';
import { typedText } from './typed-text.ts';

const press = (key: string, held: readonly string[] = []) =>
  typedText({
    key,
    ctrlKey: held.includes('Ctrl') || held.includes('AltGr'),
    metaKey: held.includes('Meta'),
    altKey: held.includes('Alt') || held.includes('AltGr'),
    getModifierState: () => held.includes('AltGr'),
  });

it.each([
  ['a', [], 'a'],
  ['É', [], 'É'],
  ['😀', [], '😀'],
  ['@', ['AltGr'], '@'],
  ['Dead', [], ''],
  ['Process', [], ''],
  ['a', ['Ctrl'], null],
  ['v', ['Meta'], null],
  ['a', ['Alt'], null],
  ['Enter', [], null],
  ['F2', [], null],
  ['ArrowUp', [], null],
])('%s with %j types %j', (key, held, typed) => {
  expect(press(key, held)).toBe(typed);
});
