import { expect, it } from 'vitest';
import type { Operation } from '../../../../../shared/contract/operations.ts';
import { stagedKey, useStagedStore } from '../../../stores/staged-store.ts';
import { forgetRemoved } from './forget-removed.ts';
import { stageNewRows } from './stage-rows.ts';
import { people } from './staged-samples.ts';

const running: Operation = {
  ...{
    id: '1',
    kind: 'remove',
    subject: 'shop',
    state: 'running',
    steps: [],
    progress: null,
    startedAtMs: 0,
  },
  ...{ endedAtMs: null, cancellable: false, error: null, recovery: null, result: null },
};
const ended = (more: Partial<Operation> = {}): Operation => ({ ...running, state: 'succeeded', ...more });
const staged = stageNewRows(people, [{ name: 'Carla' }]).table;
const keyOf = (instance: string) =>
  stagedKey({ instance, database: null, relation: { schema: 'public', name: 'people' } });
const keptAfter = (now: Operation, before: Operation | undefined) => {
  useStagedStore.setState({ tables: { [keyOf('shop')]: staged, [keyOf('shop 2')]: staged } });
  forgetRemoved(now, before);
  return Object.keys(useStagedStore.getState().tables);
};

it('forgets what was staged for an instance once it is removed, and nothing else', () => {
  expect(keptAfter(ended(), running)).toEqual([keyOf('shop 2')]);
  const both = [keyOf('shop'), keyOf('shop 2')];
  expect(keptAfter(ended({ state: 'failed' }), running)).toEqual(both);
  expect(keptAfter(ended({ kind: 'recreate' }), running)).toEqual(both);
  // An instance of that name may have been made since.
  expect(keptAfter(ended(), undefined)).toEqual(both);
});
