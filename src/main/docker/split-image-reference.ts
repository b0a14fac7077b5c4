/** Repository and tag (or digest) of an image reference; without either it is `latest`, as for the docker CLI. */
export function splitImageReference(reference: string): { repository: string; tag: string } {
  const digest = reference.indexOf('@');
  if (digest !== -1) {
    return { repository: reference.slice(0, digest), tag: reference.slice(digest + 1) };
  }
  const colon = reference.indexOf(':', reference.lastIndexOf('/') + 1);
  if (colon === -1) return { repository: reference, tag: 'latest' };
  return { repository: reference.slice(0, colon), tag: reference.slice(colon + 1) };
}
