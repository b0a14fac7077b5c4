import type { AppError } from '../../shared/app-error.ts';
import { parseTakenPort } from './parse-taken-port.ts';

type ResourceKind = Extract<AppError, { code: 'not-found' }>['kind'];

/** What a request was about, so that a refusal can be told by name. */
export interface RequestSubject {
  kind: Extract<ResourceKind, 'container' | 'image' | 'volume' | 'network'>;
  name: string;
  /** The image a container is made from: its absence is `image-missing`, not a missing container. */
  image?: string;
  /** What is done to an image, where a refusal has a code of its own. */
  action?: 'pull' | 'load';
}

/** An answer of the engine with a status of 400 or more. */
export interface EngineRefusal {
  status: number;
  message: string;
}

/** The refusal in an error of dockerode (`statusCode`, `json.message`), or null when no engine answered. */
export function readRefusal(error: unknown): EngineRefusal | null {
  if (!(error instanceof Error) || !('statusCode' in error) || typeof error.statusCode !== 'number')
    return null;
  const json = 'json' in error ? error.json : null;
  const isTold = typeof json === 'object' && json !== null && 'message' in json;
  const message = isTold ? String(json.message) : error.message.replace(/^\(HTTP code \d+\) .*? - /s, '');
  return { status: error.statusCode, message: message.trim() };
}

const nameTaken =
  /\bname "?\/?([^\s"]+)"? is already in use\b|volume name must be unique|volume already exists/i;
const missing: readonly [RegExp, RequestSubject['kind']][] = [
  [/no such image|image not known|unable to find .*image|manifest unknown/i, 'image'],
  [/no such volume/i, 'volume'],
  [/network (\S+ )?not found|unable to find network|could not find network/i, 'network'],
  [/no such container|no such exec|could not find the file|no container with/i, 'container'],
];
const volumeInUse =
  /volume is in use|volume is being used|volume in use|being used by the following container/i;
const outOfSpace = /no space left on device|not enough space/i;

/**
 * What a refusal of the engine means, by status and by the words that Docker 20.10..28 and Podman use.
 * `volume-in-use` carries the container ids that the message names (the caller turns them into names).
 */
export function explainRefusal(refusal: EngineRefusal, subject: RequestSubject | undefined): AppError {
  const reason = refusal.message.trim();
  const refused: AppError = { code: 'engine-refused', status: refusal.status, reason };
  const port = parseTakenPort(reason);
  if (port !== null) return { code: 'port-taken', port, holder: null, nextFree: null };
  if (outOfSpace.test(reason) || subject === undefined) return refused;
  if (subject.action === 'pull') return { code: 'pull-failed', image: subject.name, reason };
  if (subject.action === 'load') return { code: 'image-file-invalid', reason };
  const taken = nameTaken.exec(reason);
  if (taken !== null) return { code: 'name-taken', kind: subject.kind, name: taken[1] ?? subject.name };
  if (subject.kind === 'volume' && volumeInUse.test(reason)) {
    return { code: 'volume-in-use', volume: subject.name, containers: parseContainerIds(reason) };
  }
  return explainMissing(refusal, subject) ?? refused;
}

function explainMissing(refusal: EngineRefusal, subject: RequestSubject): AppError | null {
  const found = missing.find(([pattern]) => pattern.test(refusal.message))?.[1];
  if (found === undefined && refusal.status !== 404) return null;
  const kind = found ?? subject.kind;
  if (kind === 'image') return { code: 'image-missing', image: subject.image ?? subject.name };
  const name = kind === subject.kind ? subject.name : (parseMissingName(refusal.message) ?? subject.name);
  return { code: 'not-found', kind, name };
}

function parseMissingName(message: string): string | null {
  const match =
    /network "?([^\s":]+)"? not found|network with name or ID "?([^\s":]+)|no such (?:volume|container): "?([^\s"]+)|get ([^\s:]+): no such volume/i.exec(
      message,
    );
  return match?.slice(1).find((name) => name !== undefined) ?? null;
}

function parseContainerIds(message: string): string[] {
  return message.match(/\b[0-9a-f]{64}\b/g) ?? [];
}
