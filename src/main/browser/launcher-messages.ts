import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import * as z from 'zod';

/** What a later start sends, one JSON object a line: it wants an address for a window. */
export const launcherRequestSchema = z.strictObject({ ask: z.literal('window') });

/** What the first sends: that it is the first, an address, and later that a page has arrived through it. */
export const launcherAnswerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('first') }),
  z.strictObject({ kind: z.literal('ticket'), url: z.string() }),
  z.strictObject({ kind: z.literal('redeemed') }),
]);
export type LauncherAnswer = z.infer<typeof launcherAnswerSchema>;

/** Calls back for every line that has the schema's shape; any other line ends the connection. */
export function readMessages<T>(socket: Socket, schema: z.ZodType<T>, onMessage: (message: T) => void): void {
  const lines = createInterface({ input: socket });
  // readline repeats the socket's errors; `close` follows each and is what counts.
  for (const source of [socket, lines]) source.on('error', () => socket.destroy());
  lines.on('line', (line) => {
    try {
      onMessage(schema.parse(JSON.parse(line)));
    } catch {
      socket.destroy();
    }
  });
}

export function sendMessage(socket: Socket, message: object): void {
  if (socket.writable) socket.write(`${JSON.stringify(message)}\n`);
}
