/** Remembers the person's choice of engine between starts. */
export interface EngineChoice {
  get(): Promise<string | null>;
  set(candidateId: string | null): Promise<void>;
}
