import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { type HostedApp, LateApp } from './late-app.ts';

/** A page and the app's end of its socket. */
async function connect(): Promise<{ page: WebSocket; socket: WebSocket }> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const page = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const [[socket]] = await Promise.all([once(server, 'connection'), once(page, 'open')]);
  onTestFinished(() => {
    page.terminate();
    server.close();
  });
  return { page, socket: socket as WebSocket };
}

function makeApp() {
  const heard: string[] = [];
  let make: (app: HostedApp) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const making = new Promise<HostedApp>((resolve, reject) => {
    make = resolve;
    fail = reject;
  });
  const served: HostedApp = {
    serve: (socket) => socket.on('message', (data) => heard.push(String(data))),
    hasRunningOperations: () => true,
    dispose: async () => void heard.push('disposed'),
  };
  return { app: new LateApp(() => making), heard, make: () => make(served), fail };
}

test('what a page says before the app is made is heard once it is', async () => {
  const { page, socket } = await connect();
  const { app, heard, make } = makeApp();
  app.serve(socket);
  page.send('first');
  expect(app.hasRunningOperations()).toBe(false);
  make();
  await app.make();
  page.send('second');
  page.close();
  await once(socket, 'close');
  expect(heard).toEqual(['first', 'second']);
  expect(app.hasRunningOperations()).toBe(true);
  await app.dispose();
  expect(heard.at(-1)).toBe('disposed');
});

test('a page whose app cannot be made loses its connection, and there is nothing to dispose', async () => {
  const { page, socket } = await connect();
  const { app, fail } = makeApp();
  app.serve(socket);
  fail(new Error('no data directory'));
  await once(page, 'close');
  await expect(app.make()).rejects.toThrow('no data directory');
  await app.dispose();
});
