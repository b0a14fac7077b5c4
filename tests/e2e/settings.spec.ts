import { expect, test } from './fixtures.ts';

test('language and theme change at once and are still there after a reload', async ({ app, shoot }) => {
  await app.go('Settings');
  await shoot('english');
  const language = app.page.getByLabel('Language');
  const choose = async (label: RegExp | string, option: string) => {
    await app.page.getByLabel(label).click();
    await app.page.getByRole('option', { name: option }).click();
  };
  await expect(language).toBeVisible();
  await choose('Language', 'Bahasa Indonesia');
  await expect(app.page.locator('html')).toHaveAttribute('lang', 'id');
  await shoot('indonesian');
  await choose(/Bahasa/, 'Português (Brasil)');
  await expect(app.page.locator('html')).toHaveAttribute('lang', 'pt-BR');
  await shoot('portuguese');
  await choose(/Tema/, 'Escuro');
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await app.page.reload();
  await expect(app.page.locator('html')).toHaveAttribute('lang', 'pt-BR');
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await shoot('dark-portuguese');
});
