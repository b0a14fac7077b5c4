/**
 * `server_version` as the number that `server_version_num` would be: "16.10 (Debian …)" is 160010, "9.6.24" is 90624,
 * "19beta1" is 190000.
 */
export function serverVersionNumber(version: string): number {
  const [major = 0, minor = 0, patch = 0] = (/^\d+(\.\d+)*/.exec(version)?.[0] ?? '').split('.').map(Number);
  return major >= 10 ? major * 10_000 + minor : major * 10_000 + minor * 100 + patch;
}
