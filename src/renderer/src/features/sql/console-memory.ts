import { watchConsole } from '../../api/consoles.ts';
import { ConsoleFeed } from './console-feed.ts';
import { EditTrail } from './edit-trail.ts';

/** A run begun here: its entries tell places in the draft as it was at that moment, or in a file (null). */
export interface BegunRun {
  firstEntryId: number;
  moment: number | null;
}

/** What the window knows of a console for as long as it lives, beyond what main keeps. */
export interface ConsoleMemory {
  feed: ConsoleFeed;
  trail: EditTrail;
  runs: BegunRun[];
  /** What a console that was opened for a text begins with, instead of its empty draft. */
  firstText: string | null;
  /** The editor as it was left (text, selection, undo); null before the first time. */
  editor: unknown;
  /** Text values that were typed for parameters, by name; null is NULL. */
  values: Map<string, string | null>;
}

const memories = new Map<string, ConsoleMemory>();

export function consoleMemory(id: string): ConsoleMemory {
  const known = memories.get(id);
  if (known !== undefined) return known;
  const made: ConsoleMemory = {
    feed: new ConsoleFeed((onUpdate, signal) => watchConsole(id, onUpdate, signal)),
    trail: new EditTrail(),
    runs: [],
    firstText: null,
    editor: null,
    values: new Map(),
  };
  memories.set(id, made);
  return made;
}

/** The console is closed for good. */
export function forgetConsole(id: string): void {
  memories.delete(id);
}
