import type { Readable } from 'node:stream';
import type { CallOptions, EngineLink } from './engine-link.ts';

export interface StreamOptions extends Omit<CallOptions, 'timeoutMs'> {
  /** True: an aborted signal ends the sequence. False: it throws `cancelled`. */
  quiet: boolean;
}

/** The chunks of an answer as they come. Leaving the loop closes the connection. Throws `AppFailure`. */
export async function* readStream(
  link: EngineLink,
  options: StreamOptions,
  open: (signal: AbortSignal) => Promise<NodeJS.ReadableStream>,
): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of await link.stream<Readable>(options, open)) yield chunk as Buffer;
  } catch (error) {
    if (!options.quiet || !options.signal?.aborted) throw link.failure(error, options);
  }
}

/** The JSON messages of an answer, one per line, as they come. */
export async function* readJsonLines<T>(
  link: EngineLink,
  options: StreamOptions,
  open: (signal: AbortSignal) => Promise<NodeJS.ReadableStream>,
): AsyncGenerator<T> {
  const decoder = new TextDecoder();
  let pending = '';
  for await (const chunk of readStream(link, options, open)) {
    const lines = (pending + decoder.decode(chunk, { stream: true })).split('\n');
    pending = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') yield parseLine<T>(link, line);
  }
  if (pending.trim() !== '' && !options.signal?.aborted) yield parseLine<T>(link, pending);
}

function parseLine<T>(link: EngineLink, line: string): T {
  try {
    return JSON.parse(line) as T;
  } catch (cause) {
    throw link.failure(new Error('The engine sent something that is not JSON', { cause }), {});
  }
}
