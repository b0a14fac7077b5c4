/** Where the data of one major version lies, and what its image declares as the volume. */
export function imagePaths(major) {
  if (major >= 18) {
    return { dataDirectory: `/var/lib/postgresql/${major}/docker`, volume: '/var/lib/postgresql' };
  }
  return { dataDirectory: '/var/lib/postgresql/data', volume: '/var/lib/postgresql/data' };
}
