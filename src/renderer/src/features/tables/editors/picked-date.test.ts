import { expect, it } from 'vitest';
import { dateIn, withDate } from './picked-date.ts';

it.each([
  ['2025-11-26 15:04:59.720515+07', '2025-11-26', '2026-01-02 15:04:59.720515+07'],
  ['2025-11-26', '2025-11-26', '2026-01-02'],
  ['', '', '2026-01-02'],
  ['tomorrow', '', '2026-01-02'],
  ['12025-11-26', '', '2026-01-02'],
])('%s shows %j', (text, shown, picked) => {
  expect(dateIn(text)).toBe(shown);
  expect(withDate(text, '2026-01-02')).toBe(picked);
});

it('shows no date before Christ', () => {
  expect(dateIn('0044-03-15 BC')).toBe('');
});
