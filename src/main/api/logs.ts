import { readContainerLogs } from '../logs/read-container-logs.ts';
import { api } from './implementer.ts';

export const logs = api.logs.router({
  read: api.logs.read.handler(({ context, input, signal = AbortSignal.abort() }) =>
    readContainerLogs(context.services.engine, input, signal),
  ),
});
