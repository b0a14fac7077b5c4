import type { Locator } from '@playwright/test';
import { docker } from '../support/docker-cli.ts';
import { expect, test } from './fixtures.ts';

const count = 120;

/** Where each column begins, in whole pixels. */
function columnStarts(table: Locator): Promise<number[]> {
  return table
    .getByRole('columnheader')
    .evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().left)));
}

test('a long list keeps its header and its columns while it is scrolled and filled', async ({
  app,
  prefix,
  shoot,
}) => {
  const names = Array.from({ length: count }, (_, index) => `${prefix}-${1000 + index}`);
  await Promise.all(names.map((name) => docker('volume', 'create', name)));
  await app.go('Volumes');
  const table = app.table('Volumes');
  const first = table.locator('[aria-rowindex="2"]');
  await expect(first).toBeVisible();
  await expect(table).toHaveAttribute('aria-rowcount', /^\d{3,}$/);
  const before = await columnStarts(table);
  const header = table.getByRole('columnheader', { name: 'Name' });
  const headerTop = (await header.boundingBox())?.y;

  await expect(first).toContainText(/Postgres \d+ data|Other files|Empty|Unknown/);
  await expect(first).toContainText(/ B|iB/);
  await shoot('filled');
  expect(await columnStarts(table)).toEqual(before);

  const last = table.locator(`[aria-rowindex="${await table.getAttribute('aria-rowcount')}"]`);
  await first.hover();
  await expect(async () => {
    await app.page.mouse.wheel(0, 3_000);
    await expect(last).toBeVisible({ timeout: 100 });
  }).toPass();
  await shoot('scrolled');
  expect((await header.boundingBox())?.y).toBe(headerTop);
  expect(await columnStarts(table)).toEqual(before);
  expect(await table.getByRole('row').count()).toBeLessThan(count / 2);
});
