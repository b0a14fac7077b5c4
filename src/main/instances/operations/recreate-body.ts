import { bindTarget, unnamedMounts } from '../../commands/mount-words.ts';
import type {
  ContainerCreateBody,
  ContainerInspect,
  EndpointSettings,
  HostConfig,
} from '../../docker/engine-types.ts';
import { labels } from '../../docker/labels.ts';
import { requestedAliases } from '../../docker/requested-aliases.ts';

/** How to make a container again: what `createContainer` takes, and the networks that have to be joined afterwards. */
export interface Recreation {
  body: ContainerCreateBody;
  platform: string | undefined;
  /** Before API 1.44 a container is created in one network and joins the others one by one. */
  otherNetworks: { name: string; endpoint: EndpointSettings }[];
}

export interface RecreateOptions {
  /** Its tag when that still points at the container's image, else the image's id. */
  image: string;
  operationId: string;
  /** For a reset: the volume that takes another one's place. */
  swap?: { from: string; to: string } | undefined;
}

/**
 * The same container once more: everything a person or compose asked for, its unnamed volumes by name. The label of
 * the operation is the only thing added. A MAC address is kept where the engine tells that it was asked for (API < 1.44).
 */
export function recreateBody(inspect: ContainerInspect, options: RecreateOptions): Recreation {
  const shortId = inspect.Id.slice(0, 12);
  const { Hostname, ...config } = inspect.Config;
  const networks = endpoints(inspect);
  const first = networks.find(({ primary }) => primary);
  const body: ContainerCreateBody = {
    ...config,
    ...(Hostname !== undefined && Hostname !== shortId && { Hostname }),
    Image: options.image,
    Labels: { ...inspect.Config.Labels, [labels.operation]: options.operationId },
    HostConfig: hostConfig(inspect, options),
    ...(first !== undefined && { NetworkingConfig: { EndpointsConfig: { [first.name]: first.endpoint } } }),
  };
  const otherNetworks = networks
    .filter(({ primary }) => !primary)
    .map(({ name, endpoint }) => ({ name, endpoint }));
  return { body, platform: platformOf(inspect), otherNetworks };
}

function hostConfig(inspect: ContainerInspect, { swap }: RecreateOptions): HostConfig {
  const { ContainerIDFile: _, ConsoleSize: __, ...host } = inspect.HostConfig;
  const unnamed = unnamedMounts(inspect.Mounts, inspect.HostConfig);
  const isUnnamed = (target: string) => unnamed.some(({ Destination }) => Destination === target);
  const carried = unnamed.map(
    ({ Name, Destination, RW }) => `${Name ?? ''}:${Destination}${RW === false ? ':ro' : ''}`,
  );
  const mounts = (host.Mounts ?? []).filter(({ Target }) => !isUnnamed(Target));
  const swapped = (source: string) => (source === swap?.from ? swap.to : source);
  const binds = [...(host.Binds ?? []), ...carried].map((bind) => swapSource(bind, swapped));
  return {
    ...host,
    Binds: binds.length > 0 ? binds : null,
    ...(mounts.length > 0
      ? {
          Mounts: mounts.map((mount) => ({
            ...mount,
            ...(mount.Source && { Source: swapped(mount.Source) }),
          })),
        }
      : { Mounts: null }),
    Links: links(host.Links),
  };
}

function swapSource(bind: string, swapped: (source: string) => string): string {
  const target = bindTarget(bind);
  const at = bind.indexOf(`:${target}`);
  return at < 0 ? bind : `${swapped(bind.slice(0, at))}${bind.slice(at)}`;
}

/** Told as `/other:/this/alias`, asked for as `other:alias`. */
function links(value: unknown): string[] | null {
  if (!Array.isArray(value)) return null;
  return value.map((link) => {
    const [other = '', alias = ''] = String(link).split(':');
    return `${other.replace(/^\//, '')}:${alias.slice(alias.lastIndexOf('/') + 1)}`;
  });
}

interface Endpoint {
  name: string;
  primary: boolean;
  endpoint: EndpointSettings;
}

/** Only what was asked for: addresses that the engine gave are its own affair. */
function endpoints(inspect: ContainerInspect): Endpoint[] {
  const mode = inspect.HostConfig.NetworkMode ?? 'default';
  if (mode === 'host' || mode === 'none' || mode.startsWith('container:')) return [];
  return Object.entries(inspect.NetworkSettings.Networks ?? {}).flatMap(([name, settings]) => {
    const isDefault = name === 'bridge' || name === 'podman';
    const primary = name === mode || settings.NetworkID === mode || (mode === 'default' && isDefault);
    const aliases = requestedAliases(settings, inspect.Id);
    const endpoint: EndpointSettings = {
      ...(aliases.length > 0 && { Aliases: aliases }),
      ...(settings.IPAMConfig && { IPAMConfig: settings.IPAMConfig }),
      ...(settings.Links && { Links: settings.Links }),
      ...(settings.DriverOpts && { DriverOpts: settings.DriverOpts }),
    };
    return primary && Object.keys(endpoint).length === 0 ? [] : [{ name, primary, endpoint }];
  });
}

/** Only newer engines tell which platform of an image a container was made from. */
function platformOf(inspect: ContainerInspect): string | undefined {
  const descriptor = inspect.ImageManifestDescriptor;
  if (typeof descriptor !== 'object' || descriptor === null || !('platform' in descriptor)) return undefined;
  const { platform } = descriptor;
  if (typeof platform !== 'object' || platform === null) return undefined;
  if (!('os' in platform) || !('architecture' in platform)) return undefined;
  const variant = 'variant' in platform ? `/${String(platform.variant)}` : '';
  return `${String(platform.os)}/${String(platform.architecture)}${variant}`;
}
