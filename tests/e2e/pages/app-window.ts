import type { Locator, Page } from '@playwright/test';
import { InstancePage } from './instance-page.ts';
import { NewInstanceForm } from './new-instance-form.ts';

/** The frame of the window: rail, engine chip, toasts, lists. Names are those of the manual. */
export class AppWindow {
  constructor(readonly page: Page) {}

  get engine(): Locator {
    return this.page.getByRole('status', { name: 'Engine' });
  }

  /** A toast that says `text`. */
  toast(text: string | RegExp): Locator {
    return this.page.getByRole('status').filter({ hasText: text });
  }

  table(name: string): Locator {
    return this.page.getByRole('table', { name });
  }

  /** The row of a list that holds exactly this name. */
  row(table: string, name: string): Locator {
    return this.table(table)
      .getByRole('row')
      .filter({ has: this.page.getByText(name, { exact: true }) });
  }

  async go(place: 'Instances' | 'Containers' | 'Volumes' | 'Activity' | 'Settings'): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click();
  }

  async openInstance(name: string): Promise<InstancePage> {
    await this.go('Instances');
    await this.table('Instances').getByRole('link', { name, exact: true }).click();
    return new InstancePage(this.page);
  }

  async newInstance(): Promise<NewInstanceForm> {
    await this.go('Instances');
    await this.page
      .getByRole('button', { name: 'New instance' })
      .or(this.page.getByRole('link', { name: 'New instance' }))
      .first()
      .click();
    return new NewInstanceForm(this.page);
  }

  /** Makes an instance through the form and waits until it is healthy. */
  async createInstance(name: string): Promise<InstancePage> {
    const form = await this.newInstance();
    await form.field('Name').fill(name);
    await form.create();
    const instance = new InstancePage(this.page);
    await instance.heading(name).waitFor();
    await instance.state('Running').waitFor();
    return instance;
  }
}
