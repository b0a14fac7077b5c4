import type { Locator } from '@playwright/test';
import { docker } from '../support/docker-cli.ts';
import { testImage } from '../support/test-image.ts';
import { expect, test } from './fixtures.ts';

async function box(of: Locator) {
  return (await of.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
}

test('toasts cover nothing: the last row of a full list stays in reach', async ({ app, prefix, shoot }) => {
  await app.page.setViewportSize({ width: 1000, height: 360 });
  const names = [1, 2, 3, 4, 5, 6].map((number) => `${prefix}-${number}`);
  for (const name of names) await docker('create', '--name', name, '-e', 'POSTGRES_PASSWORD=x', testImage);
  const last = app.table('Instances').getByRole('row').last();
  await expect(app.row('Instances', `${prefix}-6`)).toBeVisible();
  const start = (name: string) => app.page.getByRole('button', { name: `Start ${name}`, exact: true });
  await start(`${prefix}-1`).click();
  await start(`${prefix}-2`).click();
  const toasts = app.page.getByRole('region', { name: 'Notifications' });
  await expect(toasts.getByRole('status')).toHaveCount(2);
  await last.scrollIntoViewIfNeeded();
  await shoot('toasts');
  const [row, corner, list] = [await box(last), await box(toasts), await box(app.table('Instances'))];
  expect(list.height).toBeGreaterThan(corner.y);
  expect(row.y + row.height).toBeLessThanOrEqual(corner.y);
});
