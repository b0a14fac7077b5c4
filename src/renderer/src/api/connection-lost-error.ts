/** The main process went away during a call or stream, or could not be reached in time. Nothing is known of the outcome. */
export class ConnectionLostError extends Error {
  override readonly name = 'ConnectionLostError';

  constructor() {
    super('The connection to Howdah was lost');
  }
}
