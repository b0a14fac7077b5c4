/** Where a volume belongs while the image is not here yet: from 18 on the official image has it one level up. */
export function likelyMountPath(reference: string): string {
  const major = Number(/:(\d+)/.exec(reference)?.[1] ?? '0');
  return major >= 18 ? '/var/lib/postgresql' : '/var/lib/postgresql/data';
}
