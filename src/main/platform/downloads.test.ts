import { expect, test } from 'vitest';
import { createDownloads } from './downloads.ts';
import type { FileToSave } from './file-to-save.ts';

function fileNamed(fileName: string): FileToSave {
  return { fileName, contentType: 'text/csv', async *content() {} };
}

test('a ticket is worth its file once', () => {
  const downloads = createDownloads();
  const [one, other] = [fileNamed('one'), fileNamed('other')];
  const ticket = downloads.offer(one);
  const second = downloads.offer(other);
  expect(ticket).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect([downloads.redeem(''), downloads.redeem(`${ticket}x`)]).toEqual([null, null]);
  expect([downloads.redeem(ticket), downloads.redeem(ticket)]).toEqual([one, null]);
  expect(downloads.redeem(second)).toBe(other);
});

test('a ticket is void after a minute', () => {
  let nowMs = 0;
  const downloads = createDownloads(() => nowMs);
  const [early, late] = [downloads.offer(fileNamed('early')), downloads.offer(fileNamed('late'))];
  nowMs = 59_999;
  expect(downloads.redeem(early)?.fileName).toBe('early');
  nowMs = 60_000;
  expect(downloads.redeem(late)).toBeNull();
});
