import type { EngineAttempt } from '../../shared/engine-attempt.ts';

type FailureReason = NonNullable<EngineAttempt['failure']>['reason'];

const reasonByErrno: Readonly<Record<string, FailureReason>> = {
  ENOENT: 'missing',
  ENOTFOUND: 'missing',
  EAI_AGAIN: 'missing',
  EACCES: 'permission',
  EPERM: 'permission',
  ECONNREFUSED: 'refused',
  ECONNRESET: 'refused',
  EPIPE: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  ENOTSOCK: 'not-an-engine',
  ETIMEDOUT: 'timeout',
  EPROTO: 'tls',
};

/** Why a connection failed, for the list of what was tried. Works on node's errno codes (net, tls, http parser). */
export function explainConnectionError(error: unknown): NonNullable<EngineAttempt['failure']> {
  const code = errorCode(error);
  const detail = error instanceof Error && error.message !== '' ? error.message : String(error);
  return { reason: reasonByErrno[code] ?? reasonByPrefix(code), detail };
}

function reasonByPrefix(code: string): FailureReason {
  if (code.startsWith('HPE_')) return 'not-an-engine';
  if (/^(ERR_TLS|ERR_SSL|ERR_OSSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/.test(code)) {
    return 'tls';
  }
  return 'other';
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
