import { AppFailure } from '../lib/app-failure.ts';
import type { DockerClient } from './docker-client.ts';
import { explainRefusal, type RequestSubject } from './docker-errors.ts';
import type { EngineHttp } from './engine-http.ts';
import type { ImageInspect, PullProgress } from './engine-types.ts';
import { readJsonLines } from './read-body.ts';
import { splitImageReference } from './split-image-reference.ts';

type ImageCalls = Pick<DockerClient, 'listImages' | 'inspectImage' | 'pullImage' | 'loadImage'>;

/** One line of the answer to a pull or a load. */
interface ProgressLine {
  id?: string;
  status?: string;
  stream?: string;
  error?: string;
  errorDetail?: { message?: string };
  progressDetail?: { current?: number; total?: number };
}

/** Calls about images. */
export function imageCalls(http: EngineHttp): ImageCalls {
  return {
    async listImages() {
      const rows = await http.json<
        { Id: string; RepoTags?: string[] | null; Size: number; Created: number }[]
      >({ method: 'GET', path: '/images/json' });
      return rows.map((row) => ({
        id: row.Id,
        references: (row.RepoTags ?? []).filter((tag) => tag !== '<none>:<none>'),
        sizeBytes: row.Size,
        createdAtMs: row.Created * 1000,
      }));
    },
    inspectImage: (reference) =>
      http.json<ImageInspect>({
        method: 'GET',
        path: `/images/${reference.split('/').map(encodeURIComponent).join('/')}/json`,
        subject: { kind: 'image', name: reference },
      }),
    pullImage: (reference, signal) => pullImage(http, reference, signal),
    async loadImage(tar, signal) {
      const subject = { kind: 'image', name: 'image file', action: 'load' } as const;
      const request = {
        method: 'POST',
        path: '/images/load',
        query: { quiet: true },
        tar,
        subject,
        signal,
      } as const;
      const loaded: string[] = [];
      for await (const line of readJsonLines<ProgressLine>(http, request, { quiet: false })) {
        throwIfFailed(line, subject);
        const match = /^Loaded image(?: ID)?: (\S+)/.exec(line.stream ?? '');
        if (match?.[1] !== undefined) loaded.push(match[1]);
      }
      return loaded;
    },
  };
}

async function* pullImage(
  http: EngineHttp,
  reference: string,
  signal: AbortSignal,
): AsyncGenerator<PullProgress> {
  const { repository, tag } = splitImageReference(reference);
  const subject = { kind: 'image', name: reference, action: 'pull' } as const;
  const query = { fromImage: repository, tag };
  const request = { method: 'POST', path: '/images/create', query, subject, signal } as const;
  for await (const line of readJsonLines<ProgressLine>(http, request, { quiet: false })) {
    throwIfFailed(line, subject);
    yield {
      layerId: line.id ?? null,
      status: line.status ?? '',
      doneBytes: line.progressDetail?.current ?? null,
      totalBytes: line.progressDetail?.total ?? null,
    };
  }
}

/** The engine answers 200 first and tells a failure in the stream. */
function throwIfFailed(line: ProgressLine, subject: RequestSubject): void {
  const message = line.errorDetail?.message ?? line.error;
  if (message !== undefined) throw new AppFailure(explainRefusal({ status: 500, message }, subject));
}
