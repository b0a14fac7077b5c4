import { afterEach, expect, it } from 'vitest';
import { useStagedStore } from '../../../stores/staged-store.ts';
import { stageNewRows } from './stage-rows.ts';
import { StagedKeeper } from './staged-keeper.ts';
import { people } from './staged-samples.ts';

/** As a browser's, with room for so many characters. */
class Storage {
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

const { table } = stageNewRows(people, [{ name: 'Carla' }]);
const stage = (key: string, rows = table) => useStagedStore.getState().change(key, () => rows);
const reload = () => useStagedStore.setState({ tables: {}, unkept: [] });
const leave = (page: EventTarget) => {
  const event = new Event('beforeunload', { cancelable: true });
  page.dispatchEvent(event);
  return event.defaultPrevented ? 'asked' : 'left';
};

afterEach(reload);

it('brings back what was staged when the page was left', () => {
  const storage = new Storage(10_000);
  const page = new EventTarget();
  const keeper = new StagedKeeper(storage, page);
  stage('a');
  stage('b');
  page.dispatchEvent(new Event('pagehide'));
  useStagedStore.getState().change('b', () => null);
  keeper.dispose();
  reload();
  new StagedKeeper(storage, new EventTarget()).dispose();
  expect(useStagedStore.getState().tables).toEqual({ a: table });
});

it('names what did not fit, until it does', () => {
  const page = new EventTarget();
  const keeper = new StagedKeeper(new Storage(2_000), page);
  const write = () => page.dispatchEvent(new Event('pagehide'));
  stage('a', stageNewRows(table, [{ name: 'x'.repeat(3_000) }]).table);
  write();
  expect(useStagedStore.getState().unkept).toEqual(['a']);
  stage('a');
  write();
  expect(useStagedStore.getState().unkept).toEqual([]);
  keeper.dispose();
});

it('asks before a page with changes is left, and no more once it is disposed', () => {
  const page = new EventTarget();
  const keeper = new StagedKeeper(new Storage(10_000), page);
  expect(leave(page)).toBe('left');
  stage('a');
  expect(leave(page)).toBe('asked');
  keeper.dispose();
  expect(leave(page)).toBe('left');
});
