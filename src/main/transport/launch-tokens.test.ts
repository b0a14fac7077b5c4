import { expect, test } from 'vitest';
import { createLaunchTokens } from './launch-tokens.ts';
import { createSessions } from './sessions.ts';

test('a token is worth one session', async () => {
  const tokens = createLaunchTokens();
  const { token, redeemed } = tokens.issue();
  const other = tokens.issue();
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(tokens.redeem(`${token}x`)).toBe(false);
  expect(tokens.redeem('')).toBe(false);
  expect(tokens.redeem(token)).toBe(true);
  await redeemed;
  expect(tokens.redeem(token)).toBe(false);
  expect(tokens.redeem(other.token)).toBe(true);
});

test('a token is void after ten minutes', () => {
  let nowMs = 0;
  const tokens = createLaunchTokens(() => nowMs);
  const early = tokens.issue();
  const late = tokens.issue();
  nowMs = 10 * 60_000 - 1;
  expect(tokens.redeem(early.token)).toBe(true);
  nowMs += 1;
  expect(tokens.redeem(late.token)).toBe(false);
});

test('a secret opens as often as it likes, another never', () => {
  const sessions = createSessions();
  const secret = sessions.open();
  expect(sessions.has(secret)).toBe(true);
  expect(sessions.has(secret)).toBe(true);
  expect(sessions.has(sessions.open())).toBe(true);
  expect(sessions.has(secret.slice(0, -1))).toBe(false);
  expect(sessions.has('')).toBe(false);
});
