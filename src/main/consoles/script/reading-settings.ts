import type { SessionQuery } from '../../postgres/console-connection.ts';
import type { ReadingSettings } from './script-source.ts';

/** What the server last said of the settings that decide how a script is read. */
export function readingSettings(session: Pick<SessionQuery, 'parameter'>): ReadingSettings {
  return {
    standardConformingStrings: session.parameter('standard_conforming_strings') !== 'off',
    encoding: session.parameter('client_encoding') ?? 'UTF8',
  };
}
