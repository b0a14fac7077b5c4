import { type IpcMainEvent, ipcMain, MessageChannelMain, type MessagePortMain } from 'electron';
import { pageLink } from '../../shared/page-link.ts';
import { isTrustedSender } from './is-trusted-sender.ts';

/**
 * Gives each load of the page one port to main. A page that asks again (a reload) loses the port it had.
 * @param serve serves the contract to the page behind the port.
 * @returns a function that stops handing out ports and closes those in use.
 */
export function handOverPorts(serve: (port: MessagePortMain) => void): () => void {
  const ports = new Map<number, MessagePortMain>();
  const give = (event: IpcMainEvent): void => {
    if (!isTrustedSender(event.senderFrame)) return;
    const { id } = event.sender;
    ports.get(id)?.close();
    const { port1, port2 } = new MessageChannelMain();
    ports.set(id, port1);
    port1.on('close', () => {
      if (ports.get(id) === port1) ports.delete(id);
    });
    serve(port1);
    event.sender.postMessage(pageLink.portGiven, null, [port2]);
  };
  ipcMain.on(pageLink.portWanted, give);
  return () => {
    ipcMain.off(pageLink.portWanted, give);
    for (const port of ports.values()) port.close();
  };
}
