import { type PsqlHandler, problem } from './psql-request.ts';

/** `\i FILE` */
export const include: PsqlHandler = async ({ arguments: [path] }) =>
  path === undefined ? problem('missing-argument') : { kind: 'include', path, relative: false };

/** `\ir FILE`: beside the file that says it. */
export const includeRelative: PsqlHandler = async ({ arguments: [path] }) =>
  path === undefined ? problem('missing-argument') : { kind: 'include', path, relative: true };

/** `\restrict KEY`: until the key comes back, a dump may run no commands. */
export const restrict: PsqlHandler = async ({ arguments: [key] }) =>
  key === undefined ? problem('missing-argument') : { kind: 'restrict', key };

/** `\unrestrict KEY` */
export const unrestrict: PsqlHandler = async ({ arguments: [key] }) =>
  key === undefined ? problem('missing-argument') : { kind: 'unrestrict', key };
