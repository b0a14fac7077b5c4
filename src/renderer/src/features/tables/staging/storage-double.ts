/** A browser's storage with room for so many characters in each item. Tests only. */
export class StorageDouble implements Storage {
  [name: string]: unknown;
  readonly #items = new Map<string, string>();

  constructor(private readonly room: number) {}

  get length(): number {
    return this.#items.size;
  }

  clear = () => this.#items.clear();
  key = (index: number) => [...this.#items.keys()][index] ?? null;
  getItem = (name: string) => this.#items.get(name) ?? null;
  removeItem = (name: string) => void this.#items.delete(name);
  setItem = (name: string, text: string) => {
    if (text.length > this.room) throw new DOMException('no room', 'QuotaExceededError');
    this.#items.set(name, text);
  };
}
