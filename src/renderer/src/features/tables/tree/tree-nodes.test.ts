import { describe, expect, it } from 'vitest';
import type { ListedRelation, RelationList } from '../../../../../shared/contract/relations.ts';
import { treeNodes } from './tree-nodes.ts';

const relation = (schema: string, name: string, partitionOf: string | null = null): ListedRelation => ({
  schema,
  name,
  kind: 'table',
  partitionOf: partitionOf === null ? null : { schema: 'public', name: partitionOf },
  estimatedRows: null,
  sizeBytes: null,
  comment: null,
});

const list: RelationList = {
  schemas: ['archive', 'empty', 'public'],
  relations: [
    relation('archive', 'events_2023', 'events'),
    relation('archive', 'Old "Orders"'),
    relation('public', 'events'),
    relation('public', 'events_2024', 'events'),
    relation('public', 'orders'),
  ],
  cut: false,
  currentSchema: 'public',
};

const shown = (wanted: string, turned: string[] = []) =>
  treeNodes(list, wanted, new Set(turned)).map(
    (node) =>
      `${'  '.repeat(node.level - 1)}${node.kind === 'schema' ? node.name : node.relation.name}${node.open === null ? '' : node.open ? ' -' : ' +'}`,
  );

describe('treeNodes', () => {
  it('opens schemas, the current one first, and keeps partitions folded below their table', () => {
    expect(shown('')).toEqual(['public -', '  events +', '  orders', 'archive -', '  Old "Orders"', 'empty']);
  });

  it('turns what was turned', () => {
    expect(shown('', ['schema archive', '["public","events"]'])).toEqual([
      'public -',
      '  events -',
      '    events_2023',
      '    events_2024',
      '  orders',
      'archive +',
      'empty',
    ]);
  });

  it('finds any part of schema and name, with what is above it', () => {
    expect(shown('2023', ['schema public'])).toEqual(['public -', '  events -', '    events_2023']);
    expect(shown('ARCHIVE.old')).toEqual(['archive -', '  Old "Orders"']);
    expect(shown('nothing like it')).toEqual([]);
  });

  it('counts those beside each other', () => {
    const nodes = treeNodes(list, '', new Set());
    expect(nodes.map(({ position, siblings }) => `${position}/${siblings}`)).toEqual([
      '1/3',
      '1/2',
      '2/2',
      '2/3',
      '1/1',
      '3/3',
    ]);
  });
});
