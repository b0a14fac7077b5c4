import { expect, type Locator, type Page } from '@playwright/test';

/** The result that a console shows: grid, find, copy, export, cell viewer. */
export class ResultPane {
  constructor(readonly page: Page) {}

  get grid(): Locator {
    return this.page.getByRole('grid', { name: 'Results' });
  }

  get viewer(): Locator {
    return this.page.getByRole('complementary', { name: 'Cell viewer' });
  }

  /** By row and column from 1, as the grid counts them for screen readers (its head is row 0). */
  cell(row: number, column: number): Locator {
    return this.grid.locator(`[role=row][aria-rowindex="${row + 1}"] [aria-colindex="${column}"]`);
  }

  column(name: string | RegExp): Locator {
    return this.grid.getByRole('columnheader', { name });
  }

  /** What the grid has marked as its active cell. */
  get active(): Locator {
    return this.grid.locator('[id$="-active"]');
  }

  async press(...keys: string[]): Promise<void> {
    await this.grid.focus();
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** What the clipboard holds after something was copied. */
  async copied(copy: () => Promise<void>): Promise<string> {
    await this.page.evaluate(() => navigator.clipboard.writeText('nothing was copied'));
    await copy();
    const read = () => this.page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(read).not.toBe('nothing was copied');
    return read();
  }

  copiedAs(format: 'TSV' | 'CSV' | 'JSON' | 'Markdown' | 'INSERT'): Promise<string> {
    return this.copied(async () => {
      await this.page.getByRole('button', { name: 'Copy as' }).click();
      await this.page.getByRole('menuitem', { name: format, exact: true }).click();
    });
  }
}
