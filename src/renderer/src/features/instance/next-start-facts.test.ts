import { describe, expect, it } from 'vitest';
import type { Instance, InstanceDetail } from '../../../../shared/contract/instances.ts';
import { nextStartFacts } from './next-start-facts.ts';

const instance: Instance = {
  id: 'abc',
  name: 'shop',
  image: 'postgres:16',
  state: 'running',
  health: 'healthy',
  ready: true,
  exitCode: null,
  uncleanShutdown: false,
  halfInitialised: false,
  decisiveLogLine: null,
  version: '16.10',
  major: 16,
  variant: null,
  builtLocally: false,
  origin: { kind: 'howdah' },
  addresses: [],
  storage: {
    kind: 'named-volume',
    source: 'shop-data',
    mountPath: '/var/lib/postgresql/data',
    dataDirectory: '/var/lib/postgresql/data',
    verdict: 'kept',
    beside: null,
  },
  autoRemove: false,
  resetUnavailable: null,
  recreateUnavailable: null,
  createdAtMs: 1,
  startedAtMs: 2,
  operationId: null,
};
const detail = (changes: Partial<Instance>, scripts: string[] = []): InstanceDetail => ({
  instance: { ...instance, ...changes },
  runCommand: '',
  networks: [],
  restartPolicy: 'no',
  healthCheck: null,
  initScripts: scripts.map((name) => ({ name, source: 'container' })),
});

describe('nextStartFacts', () => {
  it.each([
    ['an initialised one', detail({}), ['initialised']],
    ['one with scripts', detail({}, ['a.sql']), ['initialised', 'scripts']],
    ['a half-made one', detail({ halfInitialised: true }, ['a.sql']), ['half', 'initialised', 'scripts']],
    ['one that never ran', detail({ ready: null, state: 'created' }, ['a.sql']), []],
    ['one that is being made', detail({ ready: false, state: 'initialising' }, ['a.sql']), []],
    ['one that never came up', detail({ ready: null, state: 'stopped', exitCode: 1 }, ['a.sql']), []],
    ['one in a crash loop', detail({ ready: false, state: 'crash-loop', exitCode: 1 }), []],
    ['a stopped one', detail({ ready: null, state: 'stopped', exitCode: 0 }), ['initialised']],
    [
      'a killed one',
      detail({ ready: null, state: 'stopped', exitCode: 137, uncleanShutdown: true }),
      ['initialised'],
    ],
    ['one in memory', detail({ storage: { ...instance.storage, kind: 'memory' } }, ['a.sql']), ['memory']],
    ['one started with --rm', detail({ autoRemove: true }), ['removedAtStop']],
  ])('of %s', (_, given, kinds) => {
    expect(nextStartFacts(given).map(({ kind }) => kind)).toEqual(kinds);
  });
});
