import { expect, it } from 'vitest';
import { generatePassword } from './generate-password.ts';

it('makes passwords that need no quoting and differ', () => {
  const made = Array.from({ length: 200 }, generatePassword);
  for (const password of made) expect(password).toMatch(/^[A-HJ-NP-Za-km-z2-9]{20}$/);
  expect(new Set(made).size).toBe(200);
});
