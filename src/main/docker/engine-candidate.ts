import type { EngineAttempt } from '../../shared/engine-attempt.ts';

/** TLS material of an engine behind tcp, PEM as read from disk. */
export interface EngineTls {
  ca: Buffer | undefined;
  cert: Buffer | undefined;
  key: Buffer | undefined;
  verify: boolean;
}

/** Where an engine listens. `ssh` is known so that it can be listed, never dialled. */
export type EngineEndpoint =
  | { kind: 'socket'; path: string }
  | { kind: 'tcp'; host: string; port: number; tls: EngineTls | null }
  | { kind: 'ssh' }
  | { kind: 'invalid'; detail: string };

/** An address at which an engine may answer, before it was tried. */
export interface EngineCandidate {
  id: string;
  source: EngineAttempt['source'];
  label: string;
  address: string;
  endpoint: EngineEndpoint;
}
