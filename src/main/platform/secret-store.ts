/** Passwords that the person typed, kept by the host outside labels, journals and settings. */
export interface SecretStore {
  /** Null when nothing is kept under `key`. */
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<void>;
}
