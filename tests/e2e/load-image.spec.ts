import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docker } from '../support/docker-cli.ts';
import { tarOf } from '../support/tar-of.ts';
import { expect, test } from './fixtures.ts';

/** Larger than a piece of an upload, so that it takes more than one. */
const contentBytes = 9 * 1024 * 1024;

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'howdah-image-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

/** What `docker save` writes of a small image that counts as Postgres; the engine itself no longer has it. */
async function savedImage(reference: string): Promise<string> {
  await writeFile(join(folder, 'fs.tar'), await tarOf('data', Buffer.alloc(contentBytes, reference)));
  await docker('import', '--change', 'ENV PGDATA=/data', join(folder, 'fs.tar'), reference);
  const path = join(folder, 'image.tar');
  await docker('save', '-o', path, reference);
  await docker('rmi', reference);
  return path;
}

test('an image from a file is on the engine afterwards, and can be chosen', async ({
  app,
  prefix,
  shoot,
}) => {
  const reference = `${prefix}-image:1`;
  const path = await savedImage(reference);
  await app.page.getByRole('button', { name: 'Load image from file…' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'Load image from file…' });
  const load = dialog.getByRole('button', { name: 'Load', exact: true });
  await expect(load).toBeDisabled();
  await dialog.getByLabel('Image file').setInputFiles(path);
  await expect(dialog).toContainText('image.tar · 9.0 MiB');
  await load.click();
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await expect(dialog.getByRole('status')).toContainText(reference);
  await shoot('loaded');
  try {
    expect(await docker('image', 'inspect', '-f', '{{index .RepoTags 0}}', reference)).toBe(reference);
    await dialog.getByRole('button', { name: 'Close' }).click();
    const form = await app.newInstance();
    await form.field('Image').click();
    await expect(app.page.getByRole('option').filter({ hasText: reference })).toBeVisible();
  } finally {
    await docker('rmi', reference);
  }
});

test('a file that is no image is refused with the reason, and another one can be chosen', async ({
  app,
  shoot,
}) => {
  await writeFile(join(folder, 'notes.tar'), 'This is not an image. '.repeat(100));
  await writeFile(join(folder, 'other.tar'), await tarOf('readme.txt', Buffer.from('no image either')));
  await app.page.getByRole('button', { name: 'Load image from file…' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'Load image from file…' });
  const load = dialog.getByRole('button', { name: 'Load', exact: true });
  const problem = dialog.getByRole('alert');
  for (const file of ['notes.tar', 'other.tar']) {
    await dialog.getByLabel('Image file').setInputFiles(join(folder, file));
    await expect(problem).toBeHidden();
    await load.click();
    await expect(problem).toContainText('The image was not loaded');
    await expect(problem).toContainText('not an image that the engine can load: ');
    await expect(app.toast('No image could be loaded')).toBeHidden();
    await shoot(file);
  }
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
});
