import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const ipcRenderer = Object.assign(new EventEmitter(), { send: vi.fn() });
vi.mock('electron', () => ({ ipcRenderer }));

/** The page's window, as far as the preload script sees it. */
const page = Object.assign(new EventEmitter(), {
  addEventListener: (type: string, listener: () => void) => page.on(type, listener),
  removeEventListener: (type: string, listener: () => void) => page.off(type, listener),
  postMessage: vi.fn(),
});

beforeEach(async () => {
  vi.stubGlobal('window', page);
  vi.resetModules();
  await import('./index.ts');
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
  page.removeAllListeners();
  ipcRenderer.removeAllListeners();
});

const ask = (source: unknown = page, data: unknown = 'howdah:port-wanted') =>
  page.emit('message', { source, data });

test('asks main once, when the page asks, and hands over exactly one port', () => {
  expect(ipcRenderer.send).not.toHaveBeenCalled();
  ask();
  ask();
  expect(ipcRenderer.send).toHaveBeenCalledExactlyOnceWith('howdah:port-wanted');
  ipcRenderer.emit('howdah:port', { ports: ['one', 'two'] });
  ipcRenderer.emit('howdah:port', { ports: ['three'] });
  expect(page.postMessage).toHaveBeenCalledExactlyOnceWith('howdah:port', '/', ['one']);
});

test('ignores other windows, other messages and ports that nobody asked for', () => {
  ask({});
  ask(page, 'something else');
  ask(page, { type: 'howdah:port-wanted' });
  expect(ipcRenderer.send).not.toHaveBeenCalled();
  ipcRenderer.emit('howdah:port', { ports: ['one'] });
  expect(page.postMessage).not.toHaveBeenCalled();
});

test('puts nothing into the page', () => {
  const names = Object.getOwnPropertyNames(globalThis);
  ask();
  ipcRenderer.emit('howdah:port', { ports: ['one'] });
  expect(Object.getOwnPropertyNames(globalThis)).toEqual(names);
});
