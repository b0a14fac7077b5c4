import type { Duplex } from 'node:stream';

/**
 * How this process reaches a server (DESIGN 6): its published port, the container's own address, or a tunnel over
 * `docker exec` (which never proves a password: inside the container 127.0.0.1 is often `trust`).
 */
export type Route =
  | { kind: 'published-port'; host: string; port: number }
  | { kind: 'container-address'; host: string; port: number }
  | { kind: 'tunnel'; open: () => Promise<Duplex> };

export interface Credentials {
  user: string;
  database: string;
  /** Null: none is known (`trust` may still let us in). */
  password: string | null;
  source: 'environment' | 'file' | 'stored' | 'none' | 'unknown';
}

/** Everything needed to open a session. */
export interface ServerTarget {
  route: Route;
  credentials: Credentials;
}
