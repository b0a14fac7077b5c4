import { randomUUID } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Console } from '../../shared/contract/consoles.ts';
import { instanceKey, leadingInstanceKey } from '../instances/instance-key.ts';
import { AppFailure } from '../lib/app-failure.ts';
import type { Logger } from '../lib/logger.ts';
import type { EngineInUse } from '../operations/engine-in-use.ts';
import { DraftFile } from './draft-file.ts';
import { readDraft } from './read-draft.ts';
import { tidyDrafts } from './tidy-drafts.ts';

export interface ConsoleDraftsOptions {
  dataDir: string;
  engine: EngineInUse;
  log: Logger;
  /** Called when a console came, went or moved to another database. */
  onChange(): void;
}

/**
 * The consoles of all instances, each in a small file of its own in `consoles` of `dataDir`, so that every draft comes
 * back after a crash. They belong to the name of a container on one engine: removing the instance keeps them, and one of
 * the same name finds them again.
 */
export class ConsoleDrafts {
  readonly #folder: string;
  readonly #engine: EngineInUse;
  readonly #log: Logger;
  readonly #onChange: () => void;
  /** By instance; read when first asked for. */
  readonly #loaded = new Map<string, Promise<Map<string, DraftFile>>>();

  private constructor({ engine, log, onChange }: ConsoleDraftsOptions, folder: string) {
    this.#folder = folder;
    this.#engine = engine;
    this.#log = log;
    this.#onChange = onChange;
  }

  /** Drops consoles that were empty and untouched for 180 days. @throws Error of the file system */
  static async open(options: ConsoleDraftsOptions): Promise<ConsoleDrafts> {
    const folder = join(options.dataDir, 'consoles');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await tidyDrafts(folder, Date.now());
    return new ConsoleDrafts(options, folder);
  }

  /** By number. @throws AppFailure `engine-unreachable` */
  async list(instance: string): Promise<Console[]> {
    const drafts = await this.#of(instanceKey(this.#engine.inUse().id, instance));
    return [...drafts.values()].map(({ console }) => console).sort((a, b) => a.number - b.number);
  }

  /** An empty one with the lowest number that is free. @throws AppFailure `engine-unreachable` */
  async create(instance: string): Promise<Console> {
    const engine = this.#engine.inUse().id;
    const key = instanceKey(engine, instance);
    const drafts = await this.#of(key);
    const number = lowestFree([...drafts.values()].map(({ console }) => console.number));
    const id = `${key}-${randomUUID()}`;
    const kept = { id, instance, number, database: null, text: '', caret: 0, engine };
    const draft = new DraftFile(join(this.#folder, `${id}.json`), kept);
    drafts.set(id, draft);
    try {
      await draft.change({});
    } catch (error) {
      drafts.delete(id);
      throw error;
    }
    this.#onChange();
    return draft.console;
  }

  /**
   * The console with what was last changed in it. One of another engine than the one in use is not told: an instance of
   * the same name there is not the one it was written for.
   * @throws AppFailure `not-found`
   */
  async get(id: string): Promise<Console> {
    const { console } = await this.#find(id);
    const inUse = this.#engine.info();
    if (inUse !== null && instanceKey(inUse.id, console.instance) !== leadingInstanceKey(id))
      throw notFound(id);
    return console;
  }

  /**
   * Resolves when the draft is on the disk. Of calls that come while one is written, only the last one's text is.
   * @throws AppFailure `not-found`, Error of the file system
   */
  async save(id: string, draft: Pick<Console, 'text' | 'caret'>): Promise<void> {
    await (await this.#find(id)).change(draft);
  }

  /** @throws AppFailure `not-found`, Error of the file system */
  async setDatabase(id: string, database: string | null): Promise<void> {
    await (await this.#find(id)).change({ database });
    this.#onChange();
  }

  /** Forgets the console and its draft. Removing one that is gone is not an error. @throws Error of the file system */
  async remove(id: string): Promise<void> {
    const drafts = await this.#of(leadingInstanceKey(id));
    const draft = drafts.get(id);
    if (draft === undefined) return;
    drafts.delete(id);
    try {
      await draft.remove();
    } catch (error) {
      drafts.set(id, draft);
      throw error;
    }
    this.#onChange();
  }

  /** Resolves when everything that was changed is on the disk. */
  async dispose(): Promise<void> {
    const loaded = await Promise.allSettled(this.#loaded.values());
    const drafts = loaded.flatMap((one) => (one.status === 'fulfilled' ? [...one.value.values()] : []));
    await Promise.all(drafts.map((draft) => draft.settle()));
  }

  async #find(id: string): Promise<DraftFile> {
    const draft = (await this.#of(leadingInstanceKey(id))).get(id);
    if (draft === undefined) throw notFound(id);
    return draft;
  }

  #of(key: string): Promise<Map<string, DraftFile>> {
    const known = this.#loaded.get(key);
    if (known !== undefined) return known;
    const loading = this.#load(key);
    this.#loaded.set(key, loading);
    // What could not be read now may be readable later.
    loading.catch(() => this.#loaded.delete(key));
    return loading;
  }

  async #load(key: string): Promise<Map<string, DraftFile>> {
    const names = (await readdir(this.#folder)).filter(
      (name) => name.startsWith(`${key}-`) && name.endsWith('.json'),
    );
    const drafts = new Map<string, DraftFile>();
    for (const name of names) {
      const kept = await readDraft(this.#folder, name, this.#log);
      if (kept !== null) drafts.set(kept.id, new DraftFile(join(this.#folder, name), kept));
    }
    return drafts;
  }
}

function lowestFree(taken: readonly number[]): number {
  const free = Array.from({ length: taken.length + 1 }, (_, index) => index + 1);
  return free.find((number) => !taken.includes(number)) ?? taken.length + 1;
}

function notFound(id: string): AppFailure {
  return new AppFailure({ code: 'not-found', kind: 'console', name: id });
}
