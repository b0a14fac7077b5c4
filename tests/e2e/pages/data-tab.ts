import { expect, type Locator, type Page } from '@playwright/test';
import type { AppWindow } from './app-window.ts';

/** The tab `Data` of an instance: tree of tables, rows of one of them. */
export class DataTab {
  constructor(readonly page: Page) {}

  /** Opens the tables of a server that runs. */
  static async open(app: AppWindow, name: string): Promise<DataTab> {
    await app.go('Instances');
    await app.row('Instances', name).getByRole('link', { name, exact: true }).click();
    await app.page.getByRole('link', { name: 'Data', exact: true }).click();
    const data = new DataTab(app.page);
    // A new server makes its files first.
    await expect(data.tree.or(data.main.getByRole('heading', { name: 'No tables yet' })).first()).toBeVisible(
      {
        timeout: 60_000,
      },
    );
    return data;
  }

  get main(): Locator {
    return this.page.getByRole('main');
  }

  get tree(): Locator {
    return this.page.getByRole('tree', { name: 'Tables' });
  }

  get find(): Locator {
    return this.page.getByRole('searchbox', { name: 'Find a table' });
  }

  get database(): Locator {
    return this.page.getByRole('combobox', { name: 'Database' });
  }

  /** "Rows 1–300 of about 12,400". */
  get position(): Locator {
    return this.page.getByRole('status', { name: 'Position' });
  }

  /** What is wrong with staged changes, and how saving them ended. */
  get state(): Locator {
    return this.page.getByRole('region', { name: 'State of the changes' });
  }

  /** "3 changes": pressed, it shows only changed rows. */
  get changes(): Locator {
    return this.main.getByRole('button', { name: /^\d+ changes?/ });
  }

  get viewer(): Locator {
    return this.page.getByRole('complementary', { name: 'Value editor' });
  }

  /** The relation on screen. */
  get table(): Locator {
    return this.page.getByRole('region', { name: /^Table / });
  }

  /** What is on screen as its active cell. */
  get active(): Locator {
    return this.grid().locator('[role=gridcell][id$="-active"]');
  }

  /** The line of a relation or schema in the tree. */
  node(name: string): Locator {
    return this.tree.getByRole('treeitem', { name: new RegExp(`^${escaped(name)},`) });
  }

  grid(table?: string): Locator {
    return this.page.getByRole(
      'grid',
      table === undefined ? { name: /^Rows of / } : { name: `Rows of ${table}` },
    );
  }

  /** By row of the page and column, both from 1. */
  cell(row: number, column: number): Locator {
    return this.grid().locator(`[role=row][aria-rowindex="${row + 1}"] [aria-colindex="${column}"]`);
  }

  column(name: string): Locator {
    return this.grid().getByRole('columnheader', { name: new RegExp(`^${escaped(name)}\\b`) });
  }

  button(name: string | RegExp): Locator {
    return this.main.getByRole('button', { name, exact: true });
  }

  subTab(name: 'Rows' | 'Structure'): Locator {
    return this.page.getByRole('tab', { name, exact: true });
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name }).or(this.page.getByRole('alertdialog', { name }));
  }

  chip(text: string | RegExp): Locator {
    return this.page
      .getByRole('list', { name: 'Active filters' })
      .getByRole('listitem')
      .filter({ hasText: text });
  }

  /** Opens a table and waits for its rows. */
  async openTable(name: string): Promise<void> {
    await this.node(name).click();
    await expect(this.grid(name)).toBeVisible();
    await expect(this.position).not.toBeEmpty();
  }

  /** Gives the grid the focus and presses keys. */
  async press(...keys: string[]): Promise<void> {
    await this.grid().focus();
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Chooses from the menu of a cell. */
  async cellMenu(row: number, column: number, entry: string | RegExp): Promise<void> {
    await this.cell(row, column).click({ button: 'right' });
    await this.page.getByRole('menu', { name: 'Cell' }).getByRole('menuitem', { name: entry }).click();
  }

  /** Asks for rows by an expression. */
  async where(expression: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: 'WHERE' });
    if (!(await field.isVisible())) await this.button('Filter').click();
    await field.fill(expression);
    await field.press('Enter');
  }

  async chooseDatabase(name: string): Promise<void> {
    await this.database.click();
    await this.page.getByRole('option', { name, exact: true }).click();
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
