import type { ScriptPlace } from '../../shared/contract/consoles.ts';
import type { NewConsoleEntry } from './script/script-host.ts';

/** Of what a button ran there is nothing in the draft to point at; files keep their places. */
export function withoutDraftPlaces(entry: NewConsoleEntry): NewConsoleEntry {
  switch (entry.kind) {
    case 'statement':
    case 'command-error':
      return { ...entry, place: ofFile(entry.place) };
    case 'sql-error':
      return { ...entry, place: ofFile(entry.place), error: { ...entry.error, at: ofFile(entry.error.at) } };
    default:
      return entry;
  }
}

function ofFile(place: ScriptPlace | null | undefined): ScriptPlace | null {
  return place?.file === undefined ? null : place;
}
