import { afterEach, expect, it } from 'vitest';
import { useStagedStore } from '../../../stores/staged-store.ts';
import { stageNewRows } from './stage-rows.ts';
import { StagedKeeper } from './staged-keeper.ts';
import { people } from './staged-samples.ts';
import { StorageDouble } from './storage-double.ts';

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
  const storage = new StorageDouble(10_000);
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
  const keeper = new StagedKeeper(new StorageDouble(2_000), page);
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
  const keeper = new StagedKeeper(new StorageDouble(10_000), page);
  expect(leave(page)).toBe('left');
  stage('a');
  expect(leave(page)).toBe('asked');
  keeper.dispose();
  expect(leave(page)).toBe('left');
});
