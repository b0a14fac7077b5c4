import { expect, type Locator, type Page } from '@playwright/test';

/** The tab `SQL` of an instance: consoles, editor, results. */
export class SqlConsole {
  constructor(readonly page: Page) {}

  get editor(): Locator {
    return this.page.getByRole('textbox', { name: 'SQL editor' });
  }

  /** The error of the last run. */
  get alert(): Locator {
    return this.page.getByRole('main').getByRole('alert');
  }

  get log(): Locator {
    return this.page.getByRole('log', { name: 'Console log' });
  }

  /** "Idle · autocommit", "In transaction", "Failed transaction". */
  get transaction(): Locator {
    return this.page.getByRole('status', { name: 'Transaction' });
  }

  /** How the last run ended, as screen readers are told. */
  get outcome(): Locator {
    return this.page.getByRole('status', { name: 'Run' });
  }

  button(name: string): Locator {
    return this.page.getByRole('main').getByRole('button', { name, exact: true });
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name, exact: true });
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name }).or(this.page.getByRole('alertdialog', { name }));
  }

  /** The cell of the shown result with this text. */
  cell(text: string | RegExp): Locator {
    return this.page.getByRole('grid').getByRole('gridcell', { name: text });
  }

  /** Puts a text in the editor in place of what is there. */
  async write(text: string): Promise<void> {
    await this.editor.focus();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.press('Delete');
    await this.page.keyboard.insertText(text);
  }

  /** Writes a text and runs all of it. */
  async runAll(text: string): Promise<void> {
    await this.write(text);
    await this.page.keyboard.press('ControlOrMeta+Shift+Enter');
  }

  /** What stands in the editor. */
  async text(): Promise<string> {
    return (await this.editor.locator('.cm-line').allInnerTexts())
      .map((line) => line.replace(/\n$/, ''))
      .join('\n');
  }

  async expectText(text: string): Promise<void> {
    await expect.poll(() => this.text()).toBe(text);
  }

  async setting(name: string): Promise<void> {
    await this.button('Console settings').click();
    await this.page.getByRole('menuitem', { name, exact: true }).click();
  }
}
