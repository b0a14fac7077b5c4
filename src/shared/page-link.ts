/** What the window and the main process say to each other before they speak the contract. */
export const pageLink = {
  /** Electron: the page asks for its port, and gets it. */
  portWanted: 'howdah:port-wanted',
  portGiven: 'howdah:port',
  /** Browser host: where a launch token is traded for the session's secret. */
  sessionPath: '/howdah/session',
  /** Browser host: where the page opens its WebSocket. The first message is the secret. */
  rpcPath: '/howdah/rpc',
  /** First message to the page: its secret was accepted. */
  ready: 'ready',
  /** Close code of a socket whose first message was not a session's secret: the page has to be opened anew. */
  notAuthorisedCode: 4401,
} as const;
