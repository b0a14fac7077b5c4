import { describe, expect, it } from 'vitest';
import type { InstanceSpec } from '../../../../shared/instance-spec.ts';
import { draftFromSpec } from './draft-from-spec.ts';
import { editDraft } from './edit-draft.ts';
import { fieldsOfEdit } from './fields-of-edit.ts';
import { specOfDraft } from './spec-of-draft.ts';

const spec: InstanceSpec = {
  name: 'postgres',
  image: 'postgres:16',
  user: 'postgres',
  password: 'secret',
  database: 'postgres',
  hostPort: 5432,
  hostAddress: '127.0.0.1',
  storage: { kind: 'named-volume', name: 'postgres-data' },
  initScripts: [{ name: 'a.sql', contentBase64: 'c2VsZWN0IDE7' }],
  restartPolicy: 'unless-stopped',
  healthCheck: true,
  network: null,
  parameters: [{ name: 'max_connections', value: '50' }],
};
const draft = draftFromSpec(spec);

describe('a draft', () => {
  it('stands for the specification it began with', () => {
    expect(specOfDraft(draft)).toEqual(spec);
    expect(draft.scripts[0]?.sizeBytes).toBe(9);
  });

  it('names the volume after the instance until a name is typed for it', () => {
    const renamed = editDraft(draft, { kind: 'name', name: 'shop' });
    expect(renamed.volumeName).toBe('shop-data');
    const own = editDraft(renamed, { kind: 'volume-name', name: 'mine' });
    expect(editDraft(own, { kind: 'name', name: 'other' }).volumeName).toBe('mine');
  });

  it('takes up again what was typed for another kind of storage', () => {
    const folder = editDraft(draft, { kind: 'set', values: { storageKind: 'folder', folder: '/srv/pg' } });
    expect(specOfDraft(folder).storage).toEqual({ kind: 'folder', path: '/srv/pg' });
    const memory = editDraft(folder, { kind: 'set', values: { storageKind: 'memory' } });
    expect(specOfDraft(memory).storage).toEqual({ kind: 'memory' });
    const back = editDraft(memory, { kind: 'set', values: { storageKind: 'folder' } });
    expect(specOfDraft(back).storage).toEqual({ kind: 'folder', path: '/srv/pg' });
  });

  it('lists scripts in the order in which the entrypoint runs them', () => {
    const scripts = ['b.sql', 'B.sql', '10.sql', '9.sql'].map((name) => ({
      rowId: name,
      name,
      sizeBytes: 1,
      contentBase64: 'Ow==',
    }));
    const edited = editDraft(draft, { kind: 'add-scripts', scripts });
    expect(edited.scripts.map(({ name }) => name)).toEqual(['10.sql', '9.sql', 'B.sql', 'a.sql', 'b.sql']);
  });

  it('leaves out rows of parameters that are wholly empty', () => {
    const added = editDraft(draft, { kind: 'add-parameter', rowId: 'x' });
    expect(specOfDraft(added).parameters).toHaveLength(1);
    const typed = editDraft(added, { kind: 'change-parameter', rowId: 'x', values: { value: 'on' } });
    expect(specOfDraft(typed).parameters[1]).toEqual({ name: '', value: 'on' });
    expect(editDraft(typed, { kind: 'remove-parameter', rowId: 'x' }).parameters).toHaveLength(1);
  });
});

describe('fieldsOfEdit', () => {
  it.each([
    [{ kind: 'set', values: { image: 'x', folder: '/' } } as const, ['image', 'storage']],
    [{ kind: 'name', name: 'x' } as const, ['name', 'storage']],
    [{ kind: 'remove-script', rowId: 'x' } as const, ['initScripts']],
  ])('%j', (edit, fields) => {
    expect(fieldsOfEdit(edit)).toEqual(fields);
  });
});
