/** What the window and the main process say to each other before they speak the contract. */
export const pageLink = {
  /** Electron: the page asks for its port, and gets it. */
  portWanted: 'howdah:port-wanted',
  portGiven: 'howdah:port',
  /** Browser host: where a launch token is traded for the session's secret. */
  sessionPath: '/howdah/session',
  /** Browser host: where the page opens its WebSocket. The first message is the secret. */
  rpcPath: '/howdah/rpc',
  /** A longer message ends the WebSocket. */
  maxMessageBytes: 64 * 1024 * 1024,
  /**
   * Browser host: where the page fetches a file that was offered to it, once, within a minute of the offer. `POST` with
   * `Content-Type: application/json` and `{"ticket": "…"}` as body. 200 answers the file with its name in
   * `Content-Disposition`; 403: the ticket is used or too old; 410: what it was for is gone. A file that cannot be made
   * to its end breaks the connection: reading the body then fails, and nothing may be kept.
   */
  downloadPath: '/howdah/download',
  /** First message to the page: its secret was accepted. */
  ready: 'ready',
  /** Close code of a socket whose first message was not a session's secret: the page has to be opened anew. */
  notAuthorisedCode: 4401,
} as const;
