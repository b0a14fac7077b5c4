import type { ContainerCreateBody, ContainerInspect, HostConfig } from '../docker/engine-types.ts';

type Mount = NonNullable<HostConfig['Mounts']>[number];
type Mounts = Pick<ContainerInspect, 'Mounts'>['Mounts'];

/** `-v`, `--mount`, `--tmpfs` and `--volumes-from` for everything that a body mounts. */
export function mountWords(body: ContainerCreateBody, imageVolumes: Record<string, object>): string[] {
  const host = body.HostConfig ?? {};
  const targets = new Set(mountTargets(host));
  const anonymous = Object.keys(body.Volumes ?? {}).filter(
    (path) => !(path in imageVolumes) && !targets.has(path),
  );
  const volumesFrom = Array.isArray(host.VolumesFrom) ? host.VolumesFrom.map(String) : [];
  return [
    ...(host.Binds ?? []).flatMap((bind) => ['-v', bind]),
    ...anonymous.flatMap((path) => ['-v', path]),
    ...(host.Mounts ?? []).flatMap((mount) => ['--mount', mountOption(mount)]),
    ...Object.entries(host.Tmpfs ?? {}).flatMap(([path, options]) => [
      '--tmpfs',
      options === '' ? path : `${path}:${options}`,
    ]),
    ...volumesFrom.flatMap((name) => ['--volumes-from', name]),
  ];
}

/** Where a body mounts something by itself, image volumes aside. */
function mountTargets(host: HostConfig): string[] {
  return [
    ...(host.Binds ?? []).map(bindTarget),
    ...(host.Mounts ?? []).map(({ Target }) => Target),
    ...Object.keys(host.Tmpfs ?? {}),
  ];
}

/** `SOURCE:TARGET[:OPTIONS]`: the target. Sources of Windows (`C:\x`) begin with a letter and a colon. */
export function bindTarget(bind: string): string {
  const parts = bind.replace(/^[A-Za-z]:[\\/]/, '').split(':');
  return parts[1] ?? parts[0] ?? bind;
}

/** Volumes that the engine made without a name for this container. */
export function unnamedMounts(mounts: Mounts, host: HostConfig): Mounts {
  const targets = new Set(mountTargets({ ...host, Mounts: (host.Mounts ?? []).filter((m) => m.Source) }));
  return mounts.filter(({ Type, Destination }) => Type === 'volume' && !targets.has(Destination));
}

function mountOption(mount: Mount): string {
  const volume = optionsOf(mount.VolumeOptions);
  const bind = optionsOf(mount.BindOptions);
  const tmpfs = optionsOf(mount.TmpfsOptions);
  const parts = [
    `type=${mount.Type}`,
    mount.Source ? `source=${mount.Source}` : null,
    `target=${mount.Target}`,
    mount.ReadOnly === true ? 'readonly' : null,
    volume.NoCopy === true ? 'volume-nocopy' : null,
    typeof volume.Subpath === 'string' ? `volume-subpath=${volume.Subpath}` : null,
    typeof bind.Propagation === 'string' ? `bind-propagation=${bind.Propagation}` : null,
    typeof tmpfs.SizeBytes === 'number' ? `tmpfs-size=${tmpfs.SizeBytes}` : null,
    typeof tmpfs.Mode === 'number' ? `tmpfs-mode=${tmpfs.Mode.toString(8)}` : null,
  ];
  return parts
    .filter((part) => part !== null && part !== '')
    .map(csvField)
    .join(',');
}

function optionsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Docker reads the value of `--mount` as one line of CSV. */
function csvField(field: string | null): string {
  const text = field ?? '';
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
