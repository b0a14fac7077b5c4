import type { ScannedItem } from '../../../shared/sql/scanned-item.ts';
import type { ScriptCodec } from './script-codec.ts';
import type { RunProgress } from './script-host.ts';

/** What a run knows of the server's session that decides how a script is read. */
export interface ReadingSettings {
  standardConformingStrings: boolean;
  /** As `client_encoding` reports it. */
  encoding: string;
}

/** Where a run takes its items from, one by one: the draft or a file. */
export interface ScriptSource {
  /** Of a file. */
  readonly file: { name: string; path: string | null } | null;
  /** Added to every offset: where the text begins in the draft. */
  readonly offset: number;
  codec(settings: ReadingSettings): ScriptCodec;
  /**
   * The next item; null: that was all.
   * @throws AppFailure `file-unusable`
   */
  next(settings: ReadingSettings): Promise<ScannedItem | null>;
  /** What follows is data of `\copy … from stdin`. */
  beginCopyData(): void;
  /** Characters (UTF-16) that stand before an offset of everything that was read in its line. */
  columnAt(offset: number, codec: ScriptCodec): number;
  progress(): RunProgress['file'];
}
