import type { AppPaths } from './app-paths.ts';
import type { FileToSave, SaveOutcome } from './file-to-save.ts';
import type { SecretStore } from './secret-store.ts';

/** What this host can do, so that the window hides the rest. */
export interface PlatformCapabilities {
  canOpenUrl: boolean;
  canReveal: boolean;
  canNotify: boolean;
  /** False: the window uploads the file's content instead. */
  canPickFile: boolean;
  /** False: kept secrets are protected by file permissions only. */
  encryptsSecrets: boolean;
}

/** The only way in which the two hosts may differ. */
export interface Platform {
  readonly host: 'electron' | 'browser';
  readonly paths: AppPaths;
  readonly secrets: SecretStore;
  capabilities(): PlatformCapabilities;
  /**
   * Opens a page in the person's own browser.
   * @throws Error when the address is not on the allow-list or no program can open it.
   */
  openUrl(url: string): Promise<void>;
  /**
   * Shows a file or folder in the system's file manager.
   * @throws Error when there is none.
   */
  revealPath(path: string): Promise<void>;
  /** Shows a system notification where the host can; nothing happens otherwise. */
  notify(notification: { title: string; body: string }): Promise<void>;
  /** Lets the person choose a file. Null: cancelled, or the host cannot (see capabilities). */
  pickFile(options: { title: string; extensions: readonly string[] }): Promise<string | null>;
  /**
   * Lets the person choose a place and writes the file there, whole or not at all; or hands out a ticket for the page
   * to fetch it with.
   * @throws AppFailure `file-unusable`, `cancelled`; what the content throws passes through.
   */
  saveFile(file: FileToSave, signal?: AbortSignal): Promise<SaveOutcome>;
}
