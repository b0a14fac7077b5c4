import type { EngineInfo } from '../../shared/contract/engine.ts';
import type { EngineAttempt } from '../../shared/engine-attempt.ts';
import { AppFailure } from '../lib/app-failure.ts';
import type { EngineCandidate } from './engine-candidate.ts';
import { EngineLink } from './engine-link.ts';
import { readAnswer } from './read-answer.ts';

/** Docker 19.03: the oldest engine whose answers Howdah was written for. */
const oldestApi = [1, 40] as const;

export type PingResult =
  | { ok: true; attempt: EngineAttempt; link: EngineLink; info: EngineInfo; engineTimeMs: number }
  | { ok: false; attempt: EngineAttempt };

/** Dials one candidate. On success the caller owns `link`. Never throws. */
export async function pingEngine(candidate: EngineCandidate, timeoutMs: number): Promise<PingResult> {
  const { id, source, label, address, endpoint } = candidate;
  const attempt: EngineAttempt = { candidateId: id, source, label, address, failure: null };
  if (endpoint.kind === 'ssh') return failed(attempt, 'ssh-not-supported', address);
  if (endpoint.kind === 'invalid') return failed(attempt, 'other', endpoint.detail);
  const link = new EngineLink(candidate);
  try {
    const headers = await link.ping(timeoutMs);
    const apiVersion = String(headers['api-version'] ?? '');
    const refused = apiVersionProblem(apiVersion);
    if (refused !== null) {
      link.dispose();
      return { ok: false, attempt: { ...attempt, failure: refused } };
    }
    const isPodman = 'libpod-api-version' in headers;
    const [version, system] = await Promise.all([
      link.call({ timeoutMs }, () => link.docker.version()),
      link.call({ timeoutMs }, () => link.docker.info()),
    ]);
    // Podman makes up a new id for every answer (pkg/api/handlers/compat/info.go).
    const engineId = isPodman ? '' : String(readAnswer<{ ID?: unknown }>(system).ID ?? '');
    const engineTimeMs = Date.parse(headers.date ?? '') || Date.now();
    const info = { ...toEngineInfo(candidate, version, isPodman), id: engineId || id };
    return { ok: true, attempt, link, info, engineTimeMs };
  } catch (error) {
    link.dispose();
    return { ok: false, attempt: { ...attempt, failure: failureOf(error) } };
  }
}

interface EngineVersion {
  Version?: string;
  ApiVersion?: string;
  Os?: string;
  Arch?: string;
  Components?: { Name?: string }[] | null;
}

type Failure = NonNullable<EngineAttempt['failure']>;

function failed(attempt: EngineAttempt, reason: Failure['reason'], detail: string): PingResult {
  return { ok: false, attempt: { ...attempt, failure: { reason, detail } } };
}

function apiVersionProblem(version: string): Failure | null {
  const match = /^(\d+)\.(\d+)$/.exec(version);
  if (match === null)
    return { reason: 'not-an-engine', detail: 'It answers, but not as a container engine does.' };
  const [major, minor] = [Number(match[1]), Number(match[2])];
  const isOld = major < oldestApi[0] || (major === oldestApi[0] && minor < oldestApi[1]);
  return isOld ? { reason: 'api-too-old', detail: `${version} < ${oldestApi.join('.')}` } : null;
}

function toEngineInfo(
  candidate: EngineCandidate,
  version: EngineVersion,
  isPodman: boolean,
): Omit<EngineInfo, 'id'> {
  const names = (version.Components ?? []).map((component) => component.Name ?? '');
  const isDocker = names.includes('Engine');
  return {
    candidateId: candidate.id,
    product: isPodman || names.includes('Podman Engine') ? 'Podman' : isDocker ? 'Docker' : 'other',
    version: version.Version ?? '',
    apiVersion: version.ApiVersion ?? '',
    address: candidate.address,
    operatingSystem: version.Os ?? '',
    architecture: version.Arch ?? '',
    local: isLocal(candidate),
  };
}

/** Its published ports are reachable on this machine's loopback. */
function isLocal({ endpoint }: EngineCandidate): boolean {
  if (endpoint.kind === 'socket') return true;
  return endpoint.kind === 'tcp' && /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(endpoint.host);
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof AppFailure)) return { reason: 'other', detail: String(error) };
  const { appError } = error;
  if (appError.code === 'engine-unreachable' && appError.tried[0]?.failure) return appError.tried[0].failure;
  if (appError.code === 'engine-refused')
    return { reason: 'not-an-engine', detail: `HTTP ${appError.status} ${appError.reason.slice(0, 200)}` };
  return { reason: 'other', detail: appError.code };
}
