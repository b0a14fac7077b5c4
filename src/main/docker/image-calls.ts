import type { Readable } from 'node:stream';
import { AppFailure } from '../lib/app-failure.ts';
import { closeSource } from './close-source.ts';
import type { DockerClient } from './docker-client.ts';
import { explainRefusal, type RequestSubject } from './docker-errors.ts';
import type { EngineLink } from './engine-link.ts';
import { enginePath } from './engine-path.ts';
import type { ImageInspect, PullProgress } from './engine-types.ts';
import { readAnswer } from './read-answer.ts';
import { readJsonLines } from './read-stream.ts';
import { splitImageReference } from './split-image-reference.ts';
import { withSignal } from './with-signal.ts';

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

/** A row of `GET /images/json`. */
interface EngineImage {
  Id: string;
  RepoTags?: string[] | null;
  Size: number;
  Created: number;
}

/** Calls about images. */
export function imageCalls(link: EngineLink): ImageCalls {
  return {
    async listImages() {
      const rows = await link.call({}, (abortSignal) => link.docker.listImages({ abortSignal }));
      return readAnswer<EngineImage[]>(rows).map((row) => ({
        id: row.Id,
        references: (row.RepoTags ?? []).filter((tag) => tag !== '<none>:<none>'),
        sizeBytes: row.Size,
        createdAtMs: row.Created * 1000,
      }));
    },
    async inspectImage(reference) {
      const subject = { kind: 'image', name: reference } as const;
      const image = link.docker.getImage(enginePath(subject));
      const inspect = await link.call({ subject }, (abortSignal) =>
        image.inspect(withSignal({}, abortSignal)),
      );
      return readAnswer<ImageInspect>(inspect);
    },
    pullImage: (reference, signal) => pullImage(link, reference, signal),
    loadImage: (tar, signal) => closeSource(tar, () => loadImage(link, tar, signal)),
  };
}

async function loadImage(link: EngineLink, tar: Readable, signal: AbortSignal): Promise<string[]> {
  const subject = { kind: 'image', name: 'image file', action: 'load' } as const;
  const lines = readJsonLines<ProgressLine>(link, { subject, signal, quiet: false }, (abortSignal) =>
    link.docker.loadImage(tar, { quiet: true, abortSignal }),
  );
  const loaded: string[] = [];
  for await (const line of lines) {
    throwIfFailed(line, subject);
    const match = /^Loaded image(?: ID)?(?:\(s\))?: (\S+)/.exec(line.stream ?? '');
    if (match?.[1] !== undefined) loaded.push(match[1]);
  }
  return loaded;
}

async function* pullImage(
  link: EngineLink,
  reference: string,
  signal: AbortSignal,
): AsyncGenerator<PullProgress> {
  const { repository, tag } = splitImageReference(reference);
  const subject = { kind: 'image', name: reference, action: 'pull' } as const;
  const lines = readJsonLines<ProgressLine>(link, { subject, signal, quiet: false }, (abortSignal) =>
    link.docker.createImage(withSignal({ fromImage: repository, tag }, abortSignal)),
  );
  for await (const line of lines) {
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
