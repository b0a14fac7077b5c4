import { AppFailure } from '../lib/app-failure.ts';
import type { RequestSubject } from './docker-errors.ts';

const name = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;
/** Path components, a port, a tag and a digest; no component that a path would resolve. */
const reference = /^(?!.*(?:\/\/|\/\.|\.\.|\/$))[A-Za-z0-9][A-Za-z0-9_.\-/:@]*$/;

/**
 * A name or id as it may stand in an address of the engine, for dockerode puts it there as it is: other characters
 * would make another request of it, and a redirect of the engine, which docker-modem follows into an uncaught error.
 * @throws AppFailure `not-found` (images: `image-missing`) for what no engine can know.
 */
export function enginePath(subject: RequestSubject): string {
  const isImage = subject.kind === 'image';
  if ((isImage ? reference : name).test(subject.name)) return subject.name;
  throw new AppFailure(
    isImage
      ? { code: 'image-missing', image: subject.name }
      : { code: 'not-found', kind: subject.kind, name: subject.name },
  );
}
