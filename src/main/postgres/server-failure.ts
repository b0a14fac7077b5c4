import type { ServerError } from './console-connection.ts';

/** An error that the server answered a statement of Howdah's own with. */
export class ServerFailure extends Error {
  readonly serverError: ServerError;

  constructor(serverError: ServerError) {
    super(serverError.message);
    this.name = 'ServerFailure';
    this.serverError = serverError;
  }
}
