import { containerEnvironment } from './storage/container-environment.ts';

const mask = '********';
const secretName = /PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|CREDENTIAL/i;
const assignment = /^([A-Za-z_][\w.-]*)=(.+)$/s;
/** `PGPASSWORD=…`, `--password …`, `password=…` inside a longer text, up to the end of the word. */
const assignmentInText = new RegExp(
  `((?:--)?[\\w.-]*(?:${secretName.source})[\\w.-]*\\s*[=:]\\s*|--password\\s+)("[^"]*"|'[^']*'|[^\\s'"&;|]+)`,
  'gi',
);
const urlPassword = /([a-z][a-z0-9+.-]*:\/\/[^\s:/@'"]*:)([^\s/'"]*)(@)/gi;
/** Shorter values would take ordinary words with them. */
const shortestSecret = 4;
const ordinaryKeys = new Set(['Name', 'Image', 'Path', 'Destination']);

/**
 * A copy of the engine's JSON without its secrets: values of variables, labels and settings that are named like one,
 * passwords in URLs, and those values wherever else they stand (health checks, command lines). Names of files that hold
 * secrets (`…_FILE`) stay.
 */
export function maskSecrets(json: unknown): unknown {
  const known = secretValues(json).sort((a, b) => b.length - a.length);
  return mapStrings(json, null, (text, key) => {
    if (key !== null && isSecretName(key) && text !== '') return mask;
    const [, name, value] = (key === 'Env[]' && assignment.exec(text)) || [];
    if (name !== undefined && value !== undefined && isSecretName(name)) return `${name}=${mask}`;
    return known
      .reduce((rest, secret) => rest.replaceAll(secret, mask), text)
      .replace(urlPassword, `$1${mask}$3`)
      .replace(assignmentInText, (whole, name: string) =>
        /_FILE\s*[=:]/i.test(name) ? whole : `${name}${mask}`,
      );
  });
}

function isSecretName(name: string): boolean {
  return secretName.test(name) && !/_FILE$/i.test(name);
}

/**
 * What the environment says is secret, to find it again elsewhere. A password that is also an ordinary word of this
 * container (`postgres`, the name of the database) is left out: hiding the word everywhere would hide no secret.
 */
function secretValues(json: unknown): string[] {
  const found = new Set<string>();
  const ordinary: string[] = [];
  visitEntries(json, (key, value) => {
    if (typeof value === 'string' && ordinaryKeys.has(key)) ordinary.push(value);
    if (key !== 'Env' || !Array.isArray(value)) return;
    for (const [name, text] of containerEnvironment(value.filter((item) => typeof item === 'string'))) {
      if (!isSecretName(name)) ordinary.push(text.replace(urlPassword, '').replace(assignmentInText, ''));
      else if (text.length >= shortestSecret) found.add(text);
    }
  });
  return [...found].filter((secret) => !ordinary.some((text) => text.includes(secret)));
}

function visitEntries(json: unknown, visit: (key: string, value: unknown) => void): void {
  if (typeof json !== 'object' || json === null) return;
  for (const [key, value] of Object.entries(json)) {
    visit(key, value);
    visitEntries(value, visit);
  }
}

function mapStrings(
  json: unknown,
  key: string | null,
  map: (text: string, key: string | null) => string,
): unknown {
  if (typeof json === 'string') return map(json, key);
  if (Array.isArray(json)) return json.map((item) => mapStrings(item, `${key}[]`, map));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [name, mapStrings(value, name, map)]),
  );
}
