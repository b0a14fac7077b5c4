import { expect, test } from './fixtures.ts';

test.describe('a part of the page whose request was dropped', () => {
  test.beforeEach(({ page }) =>
    page.route(/assets\/(index|en)-[^/]+\.js/, (route) => route.abort('internetdisconnected'), { times: 2 }),
  );

  test('is fetched again, and the window opens', async ({ app }) => {
    await expect(app.engine).toContainText('Docker');
    await expect(app.page.getByRole('main').getByRole('heading', { name: 'Instances' })).toBeVisible();
  });
});
