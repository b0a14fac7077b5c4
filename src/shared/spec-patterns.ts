/** Spellings that Docker and PostgreSQL take. */

/** https://github.com/moby/moby/blob/master/daemon/names/names.go; of containers and of volumes. */
export const dockerName = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;

const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const domain = '(?:[a-zA-Z0-9-]+(?:\\.[a-zA-Z0-9-]+)*|\\[[a-fA-F0-9:]+\\])(?::\\d+)?';
const tag = '[\\w][\\w.-]{0,127}';
const digest = '[a-zA-Z][a-zA-Z0-9]*(?:[-_+.][a-zA-Z][a-zA-Z0-9]*)*:[0-9a-fA-F]{32,}';

/** https://pkg.go.dev/github.com/distribution/reference#pkg-overview */
export const imageReference = new RegExp(
  `^(?:${domain}/)?${component}(?:/${component})*(?::${tag})?(?:@${digest})?$`,
);

/** `work_mem`, `auto_explain.log_min_duration`. */
export const parameterName = /^[a-zA-Z_][\w$]*(\.[a-zA-Z_][\w$]*)*$/;

/** What the images run of /docker-entrypoint-initdb.d; anything else they pass over. */
export const initScriptName = /^[^/\\]+\.(sql|sql\.gz|sql\.xz|sh)$/;

/** On the engine's machine: POSIX, or a drive of Windows that Docker Desktop shares. */
export const absolutePath = /^(\/|[a-zA-Z]:[\\/])/;

/** True when the text has a character that would break a line or hide in one. */
export function hasControlCharacters(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
