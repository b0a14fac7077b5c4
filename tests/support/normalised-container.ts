import type { ContainerInspect } from '../../src/main/docker/engine-types.ts';
import { labels } from '../../src/main/docker/labels.ts';

/** What was asked for of a container: no ids, given addresses or times; nothing where nothing was said. */
export function normalisedContainer(inspect: ContainerInspect): object {
  const { Hostname, AttachStdout: _, AttachStderr: __, Labels, ...config } = inspect.Config;
  const { ConsoleSize: ___, Binds: _b, Mounts: _m, ...host } = inspect.HostConfig;
  const { [labels.operation]: ____, ...kept } = Labels ?? {};
  const shortId = inspect.Id.slice(0, 12);
  return {
    image: inspect.Image,
    config: withoutUnset({ ...config, Env: (config.Env ?? []).toSorted(), Labels: kept }),
    hostname: Hostname === shortId ? null : Hostname,
    host: withoutUnset(host),
    mounts: inspect.Mounts.map(({ Type, Name, Source, Destination, RW }) => ({
      Type,
      Name,
      Source,
      Destination,
      RW,
    })).toSorted((a, b) => a.Destination.localeCompare(b.Destination)),
    networks: Object.fromEntries(
      Object.entries(inspect.NetworkSettings.Networks ?? {}).map(([name, endpoint]) => [
        name,
        {
          aliases: (endpoint.Aliases ?? []).filter((alias) => alias !== shortId).toSorted(),
          ipam: endpoint.IPAMConfig ?? null,
          links: endpoint.Links ?? null,
        },
      ]),
    ),
  };
}

/** The command line writes empty lists and zeros where nothing was said. */
function withoutUnset(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isUnset(value)));
}

function isUnset(value: unknown): boolean {
  if (value === null || value === undefined || value === 0 || value === -1 || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
