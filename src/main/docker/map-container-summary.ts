import type { ContainerSummary } from './engine-types.ts';

/** A row of `GET /containers/json` as the engine says it. */
export interface EngineContainer {
  Id: string;
  Names?: string[] | null;
  Image: string;
  ImageID: string;
  State: string;
  Status: string;
  Created: number;
  Labels?: Record<string, string> | null;
  Ports?: { IP?: string; PrivatePort: number; PublicPort?: number; Type: string }[] | null;
  Mounts?: { Type?: string; Name?: string; Source?: string; Destination: string }[] | null;
}

/** Maps the engine's row; names lose their slash, and names that links give (`/other/alias`) are left out. */
export function mapContainerSummary(row: EngineContainer): ContainerSummary {
  const names = (row.Names ?? []).map((name) => name.replace(/^\//, ''));
  return {
    id: row.Id,
    names: names.filter((name) => !name.includes('/')),
    image: row.Image,
    imageId: row.ImageID,
    state: row.State,
    status: row.Status,
    createdAtMs: row.Created * 1000,
    labels: row.Labels ?? {},
    ports: (row.Ports ?? []).map((port) => ({
      ip: port.IP ?? '',
      privatePort: port.PrivatePort,
      publicPort: port.PublicPort ?? null,
      type: port.Type,
    })),
    mounts: (row.Mounts ?? []).map((mount) => ({
      type: mount.Type ?? '',
      name: mount.Name === undefined || mount.Name === '' ? null : mount.Name,
      source: mount.Source ?? '',
      destination: mount.Destination,
    })),
  };
}
