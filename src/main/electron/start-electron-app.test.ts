import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { claimDataDirectory } from '../browser/claim-data-directory.ts';
import { resolveAppPaths } from '../platform/app-paths.ts';
import { createElectronDouble, WindowDouble } from './electron-double.ts';

const electron = vi.hoisted(() => ({ double: {} as Record<string, unknown> }));
vi.mock('electron', () => electron.double);
const double = createElectronDouble();
Object.assign(electron.double, double);
const { startElectronApp } = await import('./start-electron-app.ts');
const { createElectronPlatform } = await import('./electron-platform.ts');

let dir: string;
let steps: string[];
let isBusy: boolean;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'howdah-electron-'));
  steps = [];
  isBusy = false;
  await mkdir(join(dir, 'renderer', 'assets'), { recursive: true });
  await writeFile(join(dir, 'renderer', 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">');
  await writeFile(join(dir, 'renderer', 'assets', 'a.js'), 'export {};');
});
afterEach(async () => {
  if (double.app.listenerCount('will-quit') > 0) await quit();
  double.app.removeAllListeners();
  double.ipcMain.removeAllListeners();
  WindowDouble.all.length = 0;
  vi.clearAllMocks();
  await rm(dir, { recursive: true });
});

async function start(): Promise<void> {
  double.app.whenReady.mockImplementationOnce(async () => {
    steps.push(`ready, schemes: ${double.protocol.registerSchemesAsPrivileged.mock.calls.length}`);
  });
  await startElectronApp({
    paths: resolveAppPaths(join(dir, 'data')),
    rendererDir: join(dir, 'renderer'),
    preload: '/preload.cjs',
    async createApp(platform) {
      steps.push(`app on ${platform.host}`);
      return {
        serve: () => undefined,
        hasRunningOperations: () => isBusy,
        dispose: async () => {
          steps.push('disposed');
        },
      };
    },
  });
}

function closeWindow(): void {
  WindowDouble.all.at(-1)?.emit('closed');
  double.app.emit('window-all-closed');
}

async function quit() {
  const before = double.app.quit.mock.calls.length;
  const event = { preventDefault: vi.fn() };
  double.app.emit('will-quit', event);
  if (event.preventDefault.mock.calls.length > 0) {
    await vi.waitFor(() => expect(double.app.quit.mock.calls.length).toBeGreaterThan(before));
  }
  return event;
}

test('registers the scheme before it is ready, then opens one confined window on it', async () => {
  await start();
  expect(steps).toEqual(['ready, schemes: 1', 'app on electron']);
  expect(double.app.setPath).toHaveBeenCalledWith('userData', join(dir, 'data', 'electron'));
  const [window] = WindowDouble.all;
  expect(window?.loadURL).toHaveBeenCalledExactlyOnceWith('howdah://app/howdah/');
  expect(window?.options).toMatchObject({ webPreferences: { sandbox: true, preload: '/preload.cjs' } });
  window?.emit('ready-to-show');
  expect(window?.show).toHaveBeenCalledOnce();
});

test('serves the same files with the same policy, and nothing else', async () => {
  await start();
  const [scheme, answer] = double.protocol.handle.mock.calls[0] ?? [];
  expect(scheme).toBe('howdah');
  const page: Response = await answer(new Request('howdah://app/howdah/'));
  expect(page.status).toBe(200);
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-");
  expect(policy).toContain("connect-src 'self'; ");
  expect(policy).toContain(`nonce-${/content="([^"]+)"/.exec(await page.text())?.[1]}'`);
  expect((await answer(new Request('howdah://app/howdah/assets/a.js'))).status).toBe(200);
  const head: Response = await answer(new Request('howdah://app/howdah/', { method: 'HEAD' }));
  expect([head.status, await head.text()]).toEqual([200, '']);
  expect((await answer(new Request('howdah://app/howdah/', { method: 'POST' }))).status).toBe(405);
  for (const url of [
    'howdah://evil/howdah/',
    'howdah://app/',
    'howdah://app/howdah/%2e%2e/data',
    'howdah://app/howdah/?a',
  ]) {
    expect((await answer(new Request(url))).status, url).toBe(404);
  }
});

test('a second start gives way and brings the window to the front', async () => {
  await start();
  double.app.requestSingleInstanceLock.mockReturnValueOnce(false);
  await start();
  expect(double.app.quit).toHaveBeenCalledOnce();
  expect(WindowDouble.all).toHaveLength(1);
  double.app.emit('second-instance');
  expect(WindowDouble.all[0]?.restore).toHaveBeenCalledOnce();
  expect(WindowDouble.all[0]?.focus).toHaveBeenCalledOnce();
});

test('gives way to a browser host on the same data', async () => {
  const claim = await claimDataDirectory(join(dir, 'data'));
  await start();
  expect(double.dialog.showErrorBox).toHaveBeenCalledOnce();
  expect(double.app.quit).toHaveBeenCalledOnce();
  expect(steps).toEqual(['ready, schemes: 1']);
  if (claim.role === 'first') await claim.launcher.dispose();
});

test('an operation that runs puts the end off, and the window can be had again meanwhile', async () => {
  await start();
  isBusy = true;
  vi.useFakeTimers();
  try {
    closeWindow();
    vi.advanceTimersByTime(60_000);
    expect(double.app.quit).not.toHaveBeenCalled();
    double.app.emit('second-instance');
    expect(WindowDouble.all).toHaveLength(2);
    expect(WindowDouble.all[1]?.loadURL).toHaveBeenCalledExactlyOnceWith('howdah://app/howdah/');
    isBusy = false;
    vi.advanceTimersByTime(60_000);
    expect(double.app.quit).not.toHaveBeenCalled();
    closeWindow();
    vi.advanceTimersByTime(1000);
    expect(double.app.quit).toHaveBeenCalledOnce();
  } finally {
    vi.useRealTimers();
  }
});

test('quits with its last window, once, after everything is disposed', async () => {
  await start();
  closeWindow();
  await vi.waitFor(() => expect(double.app.quit).toHaveBeenCalledOnce());
  const event = await quit();
  expect(event.preventDefault).toHaveBeenCalledOnce();
  expect(steps.at(-1)).toBe('disposed');
  expect((await quit()).preventDefault).not.toHaveBeenCalled();
  expect((await claimDataDirectory(join(dir, 'data'))).role).toBe('first');
});

test('secrets are locked by the system where it can', async () => {
  const paths = resolveAppPaths(dir);
  const platform = createElectronPlatform(paths);
  await platform.secrets.set('pg', 'hunter2');
  expect(await platform.secrets.get('pg')).toBe('hunter2');
  expect(await readFile(join(paths.configDir, 'secrets.encrypted.json'), 'utf8')).not.toContain('hunter2');
  double.safeStorage.isEncryptionAvailable.mockReturnValueOnce(false);
  const plain = createElectronPlatform(paths);
  expect(plain.capabilities().encryptsSecrets).toBe(false);
  expect(await plain.secrets.get('pg')).toBeNull();
});

test('the platform opens known pages only, shows, tells and picks', async () => {
  const platform = createElectronPlatform(resolveAppPaths(dir));
  await expect(platform.openUrl('https://evil.example/')).rejects.toThrow('not on the list');
  expect(double.shell.openExternal).not.toHaveBeenCalled();
  await platform.openUrl('https://docs.docker.com/');
  expect(double.shell.openExternal).toHaveBeenCalledOnce();
  await platform.revealPath('/a');
  expect(double.shell.showItemInFolder).toHaveBeenCalledWith('/a');
  await platform.notify({ title: 't', body: 'b' });
  expect(double.Notification.shown).toEqual([{ title: 't', body: 'b' }]);
  expect(await platform.pickFile({ title: 'SQL', extensions: ['sql'] })).toBe('/a.sql');
  double.dialog.showOpenDialog.mockResolvedValueOnce({ filePaths: [] });
  expect(await platform.pickFile({ title: 'SQL', extensions: [] })).toBeNull();
});

test('a file is saved where the person says, whole or not at all', async () => {
  const platform = createElectronPlatform(resolveAppPaths(dir));
  const save = (...pieces: (string | Error)[]) =>
    platform.saveFile({
      fileName: 'rows.csv',
      contentType: 'text/csv',
      async *content() {
        for (const piece of pieces) {
          if (piece instanceof Error) throw piece;
          yield Buffer.from(piece);
        }
      },
    });
  expect(await save('never asked for')).toEqual({ way: 'saved', path: null });
  expect(double.dialog.showSaveDialog).toHaveBeenCalledExactlyOnceWith({ defaultPath: 'rows.csv' });
  const path = join(dir, 'chosen.csv');
  double.dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath: path });
  expect(await save('a,', 'b')).toEqual({ way: 'saved', path });
  await expect(save('c', new Error('rows are gone'))).rejects.toThrow('rows are gone');
  expect(await readFile(path, 'utf8')).toBe('a,b');
  expect((await readdir(dir)).filter((name) => name.includes('csv'))).toEqual(['chosen.csv']);
});
