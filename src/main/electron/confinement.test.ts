import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createElectronDouble } from './electron-double.ts';

const electron = vi.hoisted(() => ({ double: {} as Record<string, unknown> }));
vi.mock('electron', () => electron.double);
const double = createElectronDouble();
Object.assign(electron.double, double);
const { askBeforeLeaving } = await import('./ask-before-leaving.ts');
const { guardContents } = await import('./guard-contents.ts');
const { handOverPorts } = await import('./hand-over-ports.ts');
const { isTrustedSender } = await import('./is-trusted-sender.ts');
const { windowOptions } = await import('./window-options.ts');
const { setAppMenu } = await import('./set-app-menu.ts');

beforeEach(() => {
  vi.clearAllMocks();
  double.app.removeAllListeners();
  double.ipcMain.removeAllListeners();
});

type Frame = Parameters<typeof isTrustedSender>[0];
const frame = (origin: string, parent: unknown = null) => ({ origin, parent }) as unknown as Frame;

test('the window confines its page', () => {
  expect(windowOptions('/preload.cjs').webPreferences).toMatchObject({
    preload: '/preload.cjs',
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
  });
});

test.each([
  ['stays', 0, false],
  ['is closed', 1, true],
])('a page with unsaved changes %s as the person says', (_name, answer, closes) => {
  askBeforeLeaving();
  const contents = new EventEmitter();
  double.app.emit('web-contents-created', {}, contents);
  double.dialog.showMessageBoxSync.mockReturnValueOnce(answer);
  const preventDefault = vi.fn();
  contents.emit('will-prevent-unload', { preventDefault });
  expect(preventDefault).toHaveBeenCalledTimes(closes ? 1 : 0);
});

describe('every page of the app', () => {
  function createContents() {
    guardContents();
    let openHandler = (_: { url: string }): unknown => undefined;
    const handlers: Record<string, (...args: never[]) => unknown> = {};
    const keep = (name: string) => (handler: (...args: never[]) => unknown) => {
      handlers[name] = handler;
    };
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: typeof openHandler) => {
        openHandler = handler;
      },
      session: {
        setPermissionRequestHandler: keep('request'),
        setPermissionCheckHandler: keep('check'),
        setDevicePermissionHandler: keep('device'),
      },
    });
    double.app.emit('web-contents-created', {}, contents);
    return { contents, handlers, open: (url: string) => openHandler({ url }) };
  }

  test.each([
    ['will-navigate', { url: 'https://docs.docker.com/' }, true],
    ['will-navigate', { url: 'howdah://app/howdah/other.html' }, true],
    ['will-navigate', { url: 'howdah://evil/howdah/' }, true],
    ['will-navigate', { url: 'file:///etc/passwd' }, true],
    ['will-navigate', { url: 'howdah://app/howdah/#/volumes' }, false],
    ['will-redirect', { url: 'howdah://app/howdah/' }, true],
    ['will-frame-navigate', { url: 'https://docs.docker.com/', isMainFrame: false }, true],
    ['will-attach-webview', {}, true],
  ])('%s %o is denied: %s', (name, details, isDenied) => {
    const { contents } = createContents();
    const event = { ...details, preventDefault: vi.fn() };
    contents.emit(name, event);
    expect(event.preventDefault).toHaveBeenCalledTimes(isDenied ? 1 : 0);
  });

  test('opens no further window; a known page goes to the browser', () => {
    const { open } = createContents();
    expect(open('https://evil.example/')).toEqual({ action: 'deny' });
    expect(open('file:///etc/passwd')).toEqual({ action: 'deny' });
    expect(double.shell.openExternal).not.toHaveBeenCalled();
    expect(open('https://docs.docker.com/engine/')).toEqual({ action: 'deny' });
    expect(double.shell.openExternal).toHaveBeenCalledExactlyOnceWith('https://docs.docker.com/engine/');
  });

  test('gets no permission but copying text', () => {
    const { handlers } = createContents();
    const answers: boolean[] = [];
    const request = handlers.request as unknown as (c: null, p: string, answer: (a: boolean) => void) => void;
    const check = handlers.check as unknown as (c: null, p: string) => boolean;
    for (const permission of ['media', 'geolocation', 'clipboard-read', 'openExternal', 'fileSystem']) {
      request(null, permission, (answer) => answers.push(answer));
      answers.push(check(null, permission));
    }
    expect(new Set(answers)).toEqual(new Set([false]));
    expect(check(null, 'clipboard-sanitized-write')).toBe(true);
    expect(handlers.device?.()).toBe(false);
  });
});

test.each([
  ['our page', frame('howdah://app'), true],
  ['a frame within it', frame('howdah://app', {}), false],
  ['another origin', frame('https://evil.example'), false],
  ['another host of our scheme', frame('howdah://evil'), false],
  ['a frame that is gone', null, false],
])('a message of %s is trusted: %s', (_, sender, isTrusted) => {
  expect(isTrustedSender(sender)).toBe(isTrusted);
});

describe('ports', () => {
  const serve = vi.fn();
  const ask = (id: number, senderFrame: unknown) => {
    const sender = { id, postMessage: vi.fn() };
    double.ipcMain.emit('howdah:port-wanted', { sender, senderFrame });
    return sender.postMessage.mock.calls;
  };

  test('one is given to our page, and the other end is served', () => {
    const stop = handOverPorts(serve);
    const [[channel, message, ports] = []] = ask(1, frame('howdah://app'));
    expect([channel, message]).toEqual(['howdah:port', null]);
    expect(ports).toEqual([expect.objectContaining({ name: 'page' })]);
    expect(serve).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ name: 'main' }));
    stop();
  });

  test('none is given to anybody else', () => {
    const stop = handOverPorts(serve);
    expect(ask(1, frame('https://evil.example'))).toEqual([]);
    expect(ask(1, frame('howdah://app', {}))).toEqual([]);
    expect(ask(1, null)).toEqual([]);
    expect(serve).not.toHaveBeenCalled();
    stop();
  });

  test('a reload closes the port of the load before; stopping closes all and gives no more', () => {
    const stop = handOverPorts(serve);
    for (const id of [1, 2, 1]) ask(id, frame('howdah://app'));
    const closes = () => serve.mock.calls.map(([port]) => port.close.mock.calls.length);
    expect(closes()).toEqual([1, 0, 0]);
    stop();
    expect(closes()).toEqual([1, 1, 1]);
    expect(ask(3, frame('howdah://app'))).toEqual([]);
  });
});

test('developer tools are not in the menu of the packaged app', () => {
  setAppMenu('linux', true);
  setAppMenu('linux', false);
  const menus = double.Menu.setApplicationMenu.mock.calls.map(([menu]) => JSON.stringify(menu));
  expect(menus[0]).not.toContain('toggleDevTools');
  expect(menus[1]).toContain('toggleDevTools');
});
