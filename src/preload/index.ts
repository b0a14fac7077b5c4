import { ipcRenderer } from 'electron';

/** What this script needs of the page; the main process's code is compiled without the page's declarations. */
interface Page {
  addEventListener(type: 'message', listener: (event: PageMessage) => void): void;
  removeEventListener(type: 'message', listener: (event: PageMessage) => void): void;
  postMessage(message: string, target: string, ports: readonly unknown[]): void;
}
interface PageMessage {
  source: unknown;
  data: unknown;
}
declare const window: Page;

const portWanted = 'howdah:port-wanted';
const portGiven = 'howdah:port';

// The page asks once per load; main answers with one port, which goes on to the page. Nothing else crosses.
const ask = (event: PageMessage): void => {
  if (event.source !== window || event.data !== portWanted) return;
  window.removeEventListener('message', ask);
  ipcRenderer.once(portGiven, ({ ports }) => window.postMessage(portGiven, '/', ports.slice(0, 1)));
  ipcRenderer.send(portWanted);
};
window.addEventListener('message', ask);
