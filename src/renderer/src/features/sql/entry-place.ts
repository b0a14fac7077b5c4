import type { ConsoleEntry, ScriptPlace } from '../../../../shared/contract/consoles.ts';

/** Where in the draft an entry stands, as it was then: its fault where the server named it. Null: nowhere, or in a file. */
export function entryPlace(entry: ConsoleEntry): number | null {
  switch (entry.kind) {
    case 'statement':
    case 'command-error':
      return offsetInDraft(entry.place);
    case 'sql-error':
      return offsetInDraft(entry.error.at ?? entry.place ?? null);
    case 'notice':
    case 'notification':
    case 'output':
    case 'event':
    case 'failure':
      return null;
  }
}

function offsetInDraft(place: ScriptPlace | null): number | null {
  return place === null || place.file !== undefined ? null : place.offset;
}
