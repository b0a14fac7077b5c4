import { expect, type Locator, type Page } from '@playwright/test';

/** One instance: header with its buttons, tabs, dialogs. */
export class InstancePage {
  constructor(readonly page: Page) {}

  heading(name: string): Locator {
    return this.page.getByRole('heading', { level: 1, name, exact: true });
  }

  /** The chip beside the name: "Running · healthy", "Stopped", … */
  state(text: string | RegExp): Locator {
    return this.page.getByRole('main').locator('[data-state]').filter({ hasText: text }).first();
  }

  button(name: string): Locator {
    return this.page.getByRole('main').getByRole('button', { name, exact: true });
  }

  async tab(name: 'Overview' | 'Data' | 'SQL' | 'Logs' | 'Restore points' | 'Inspect'): Promise<void> {
    await this.page
      .getByRole('tab', { name })
      .or(this.page.getByRole('link', { name, exact: true }))
      .click();
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name }).or(this.page.getByRole('alertdialog', { name }));
  }

  /** Copies by its button and answers what the clipboard holds. */
  async copy(button: 'Copy URI' | 'Copy psql' | 'Copy .env'): Promise<string> {
    await this.page.evaluate(() => navigator.clipboard.writeText(''));
    await this.button(button).click();
    const read = () => this.page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(read).not.toBe('');
    return read();
  }

  async reset(): Promise<void> {
    await this.button('Reset volume').click();
    await this.dialog('Reset volume').getByRole('button', { name: 'Reset volume' }).click();
  }
}
