import type { EngineHttp, EngineRequest } from './engine-http.ts';

interface BodyOptions {
  /** True (default): an aborted signal ends the sequence. False: it throws `cancelled`. */
  quiet: boolean;
}

/** The chunks of an answer as they come. Leaving the loop closes the connection. Throws `AppFailure`. */
export async function* readBody(
  http: EngineHttp,
  request: EngineRequest,
  options: BodyOptions = { quiet: true },
): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of await http.stream({ ...request, long: true })) yield chunk as Buffer;
  } catch (error) {
    if (options.quiet && request.signal?.aborted) return;
    throw http.failure(error, request.signal);
  }
}

/** The JSON messages of an answer, one per line, as they come. */
export async function* readJsonLines<T>(
  http: EngineHttp,
  request: EngineRequest,
  options: BodyOptions = { quiet: true },
): AsyncGenerator<T> {
  const decoder = new TextDecoder();
  let pending = '';
  for await (const chunk of readBody(http, request, options)) {
    const lines = (pending + decoder.decode(chunk, { stream: true })).split('\n');
    pending = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') yield JSON.parse(line) as T;
  }
  if (pending.trim() !== '' && !request.signal?.aborted) yield JSON.parse(pending) as T;
}
