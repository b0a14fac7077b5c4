import type { Locator, Page } from '@playwright/test';

/** The form `New instance`. */
export class NewInstanceForm {
  constructor(readonly page: Page) {}

  field(name: string): Locator {
    return this.page.getByLabel(name, { exact: true });
  }

  get createButton(): Locator {
    return this.page.getByRole('button', { name: 'Create', exact: true });
  }

  async create(): Promise<void> {
    await this.createButton.click();
  }
}
