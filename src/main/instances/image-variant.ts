const inTag = /(?:^|[-_.])(alpine|bookworm|bullseye|trixie|buster|noble|jammy)(?:[\d.]*)(?:$|[-_.])/;
const debianNames: Readonly<Record<string, string>> = { '11': 'bullseye', '12': 'bookworm', '13': 'trixie' };

/**
 * The system an image is built on, from its tag, else from the package version in PG_VERSION ("16.10-1.pgdg12+1");
 * null where neither tells.
 */
export function imageVariant(reference: string, pgVersion: string | null): string | null {
  const tag = /:([^/:@]+)(?:@|$)/.exec(reference)?.[1] ?? '';
  const release = /\.pgdg(\d\d)/.exec(pgVersion ?? '')?.[1] ?? '';
  return inTag.exec(tag)?.[1] ?? debianNames[release] ?? null;
}
