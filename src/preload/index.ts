import { ipcRenderer } from 'electron';
import { pageLink } from '../shared/page-link.ts';

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

// The page asks once per load; main answers with one port, which goes on to the page. Nothing else crosses.
const ask = (event: PageMessage): void => {
  if (event.source !== window || event.data !== pageLink.portWanted) return;
  window.removeEventListener('message', ask);
  ipcRenderer.once(pageLink.portGiven, ({ ports }) =>
    window.postMessage(pageLink.portGiven, '/', ports.slice(0, 1)),
  );
  ipcRenderer.send(pageLink.portWanted);
};
window.addEventListener('message', ask);
