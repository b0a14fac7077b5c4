import { AppFailure } from '../lib/app-failure.ts';
import { retryUntil } from '../lib/retry-until.ts';
import type { EngineLink } from './engine-link.ts';
import { enginePath } from './engine-path.ts';

const removalDeadlineMs = 60_000;

/** Removes a container and comes back when it is gone, whoever began to remove it (`--rm` does so by itself). */
export async function removeContainer(
  link: EngineLink,
  id: string,
  options: { force?: boolean; volumes?: boolean },
): Promise<void> {
  const subject = { kind: 'container', name: id } as const;
  const container = link.docker.getContainer(enginePath(subject));
  const query = { force: options.force ?? false, v: options.volumes ?? false };
  try {
    await link.call({ subject, timeoutMs: null }, (abortSignal) =>
      container.remove({ ...query, abortSignal }),
    );
  } catch (error) {
    if (isGone(error)) return;
    if (!(error instanceof AppFailure && isBeingRemoved(error))) throw error;
    const isRemoved = (): Promise<boolean> =>
      link
        .call({ subject }, (abortSignal) => container.inspect({ abortSignal }))
        .then(
          () => false,
          (failure: unknown) => {
            if (isGone(failure)) return true;
            throw failure;
          },
        );
    await retryUntil(isRemoved, { deadlineMs: removalDeadlineMs, everyMs: 100, failure: () => error });
  }
}

function isGone(error: unknown): boolean {
  return error instanceof AppFailure && error.appError.code === 'not-found';
}

function isBeingRemoved({ appError }: AppFailure): boolean {
  return appError.code === 'engine-refused' && /already in progress/i.test(appError.reason);
}
