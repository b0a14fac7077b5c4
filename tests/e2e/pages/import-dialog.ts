import { expect, type Locator } from '@playwright/test';
import type { DataTab } from './data-tab.ts';

interface ChosenFile {
  name: string;
  content: Buffer | string;
}

/** The dialog `Import CSV into TABLE`. */
export class ImportDialog {
  private constructor(
    private readonly data: DataTab,
    readonly root: Locator,
  ) {}

  /** Opens it for the table on screen. */
  static async open(data: DataTab): Promise<ImportDialog> {
    await data.button('Import CSV').click();
    const root = data.dialog(/^Import CSV into /);
    await expect(root).toBeVisible();
    return new ImportDialog(data, root);
  }

  get preview(): Locator {
    return this.root.getByRole('table', { name: 'Preview' });
  }

  get badLines(): Locator {
    return this.root.getByRole('table', { name: 'Bad lines' });
  }

  get alert(): Locator {
    return this.root.getByRole('alert');
  }

  /** As it can be pasted into psql. */
  get command(): Locator {
    return this.root.locator('pre').last();
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  select(name: string): Locator {
    return this.root.getByRole('combobox', { name, exact: true });
  }

  async choose(file: ChosenFile | string): Promise<void> {
    const given =
      typeof file === 'string'
        ? file
        : { name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.content) };
    await this.root.locator('input[type=file]').setInputFiles(given);
  }

  async pick(field: string, option: string): Promise<void> {
    await this.select(field).click();
    await this.data.page.getByRole('option', { name: option }).click();
  }
}
