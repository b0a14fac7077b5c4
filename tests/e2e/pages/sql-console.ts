import { expect, type Locator, type Page } from '@playwright/test';
import { docker } from '../../support/docker-cli.ts';
import { testImage } from '../../support/test-image.ts';
import type { AppWindow } from './app-window.ts';

/** The tab `SQL` of an instance: consoles, editor, results. */
export class SqlConsole {
  constructor(readonly page: Page) {}

  /** Starts a server of this name and opens its consoles once they can run something. */
  static async start(app: AppWindow, name: string): Promise<SqlConsole> {
    const options = ['-d', '--name', name, '-e', 'POSTGRES_PASSWORD=x', '-p', '127.0.0.1::5432'];
    await docker('run', ...options, testImage, '-c', 'fsync=off');
    return SqlConsole.open(app, name);
  }

  /** Opens the consoles of a server that runs. */
  static async open(app: AppWindow, name: string): Promise<SqlConsole> {
    await app.row('Instances', name).getByRole('link', { name, exact: true }).click();
    await app.page.getByRole('link', { name: 'SQL', exact: true }).click();
    const sql = new SqlConsole(app.page);
    // A new server makes its files first.
    await expect(sql.button('Run')).toBeEnabled({ timeout: 60_000 });
    return sql;
  }

  get editor(): Locator {
    return this.page.getByRole('textbox', { name: 'SQL editor' });
  }

  /** The error of the last run; what a result says about itself comes after it. */
  get alert(): Locator {
    return this.page.getByRole('main').getByRole('alert').first();
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
    await expect(this.button('Run all')).toBeEnabled();
    await this.page.keyboard.press('ControlOrMeta+Shift+Enter');
  }

  /** Writes a statement and runs it. */
  async run(text: string): Promise<void> {
    await this.write(text);
    await expect(this.button('Run all')).toBeEnabled();
    await this.page.keyboard.press('ControlOrMeta+Enter');
  }

  /** Where on the screen the `text` of an element begins. */
  async leftOf(element: Locator, text: string): Promise<number> {
    return element.evaluate((root, wanted) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const from = node.textContent?.indexOf(wanted) ?? -1;
        if (from < 0) continue;
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, from + wanted.length);
        return range.getBoundingClientRect().left;
      }
      throw new Error(`There is no ${wanted} in it`);
    }, text);
  }

  /** What stands in the editor. */
  async text(): Promise<string> {
    return this.editor.evaluate((content) =>
      [...content.querySelectorAll('.cm-line')]
        .map((line) => (line.querySelector('.cm-placeholder') === null ? line.textContent : ''))
        .join('\n'),
    );
  }

  async expectText(text: string): Promise<void> {
    await expect.poll(() => this.text()).toBe(text);
  }

  async setting(name: string): Promise<void> {
    await this.button('Console settings').click();
    await this.page.getByRole('menuitem', { name, exact: true }).click();
  }
}
