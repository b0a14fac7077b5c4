import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import * as z from 'zod';

/** What a second start sends, one JSON object a line: it wants an address for a window. */
export const launcherRequestSchema = z.strictObject({ ask: z.literal('window') });

/** What the first answers: the address, and later that a page has arrived through it. */
export const launcherAnswerSchema = z.union([
  z.strictObject({ url: z.string() }),
  z.strictObject({ redeemed: z.literal(true) }),
]);

/** Calls back for every line that has the schema's shape; any other line ends the connection. */
export function readMessages<T>(socket: Socket, schema: z.ZodType<T>, onMessage: (message: T) => void): void {
  createInterface({ input: socket }).on('line', (line) => {
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
