import type { ListedRelation, RelationList } from '../../../../../shared/contract/relations.ts';
import { relationKey } from '../../../stores/table-view-store.ts';

interface NodePlace {
  id: string;
  level: number;
  /** Null: nothing is below it. */
  open: boolean | null;
  parentId: string | null;
  /** Among those beside it, from 1. */
  position: number;
  siblings: number;
}

export type TreeNode = NodePlace &
  ({ kind: 'schema'; name: string } | { kind: 'relation'; relation: ListedRelation });

const schemaId = (name: string): string => `schema ${name}`;

/** Finds what contains the wanted text in `schema.name`, in any case, with the tables above it. */
function findWanted(list: RelationList, wanted: string): ReadonlySet<ListedRelation> | null {
  if (wanted === '') return null;
  const byKey = new Map(list.relations.map((relation) => [relationKey(relation), relation]));
  const found = new Set<ListedRelation>();
  for (const relation of list.relations) {
    if (!`${relation.schema}.${relation.name}`.toLowerCase().includes(wanted)) continue;
    let above: ListedRelation | undefined = relation;
    while (above !== undefined && !found.has(above)) {
      found.add(above);
      above = above.partitionOf === null ? undefined : byKey.get(relationKey(above.partitionOf));
    }
  }
  return found;
}

/**
 * What of a database stands in the tree now: schemas, the one that is meant where none is named first, are open, tables with partitions closed, unless they are in
 * `turned`. While something is wanted, only that and what is above it, all open.
 */
export function treeNodes(list: RelationList, wanted: string, turned: ReadonlySet<string>): TreeNode[] {
  const sought = wanted.trim().toLowerCase();
  const found = findWanted(list, sought);
  const below = childrenByParent(list, found);
  const nodes: TreeNode[] = [];
  const isOpen = (id: string, byDefault: boolean) => found !== null || byDefault !== turned.has(id);

  const add = (relations: readonly ListedRelation[], level: number, parentId: string) => {
    for (const [index, relation] of relations.entries()) {
      const id = relationKey(relation);
      const children = below.get(id) ?? [];
      const open = children.length === 0 ? null : isOpen(id, false);
      const place = { id, level, open, parentId, position: index + 1, siblings: relations.length };
      nodes.push({ kind: 'relation', relation, ...place });
      if (open === true) add(children, level + 1, id);
    }
  };
  const schemas = nearestFirst(list).filter((name) => found === null || below.has(schemaId(name)));
  for (const [index, name] of schemas.entries()) {
    const id = schemaId(name);
    const children = below.get(id) ?? [];
    const open = children.length === 0 ? null : isOpen(id, true);
    const place = { id, level: 1, open, parentId: null, position: index + 1, siblings: schemas.length };
    nodes.push({ kind: 'schema', name, ...place });
    if (open === true) add(children, 2, id);
  }
  return nodes;
}

/** The schema that is meant where none is named stands before the others. */
const nearestFirst = ({ schemas, currentSchema }: RelationList): string[] =>
  schemas.toSorted((a, b) => Number(b === currentSchema) - Number(a === currentSchema));

/** Partitions stand below their table, wherever their own schema is; all else below its schema. */
function childrenByParent(
  { relations }: RelationList,
  found: ReadonlySet<ListedRelation> | null,
): ReadonlyMap<string, ListedRelation[]> {
  const known = new Set(relations.map(relationKey));
  const parentOf = ({ partitionOf, schema }: ListedRelation) =>
    partitionOf !== null && known.has(relationKey(partitionOf)) ? relationKey(partitionOf) : schemaId(schema);
  const below = new Map<string, ListedRelation[]>();
  for (const relation of relations) {
    if (found !== null && !found.has(relation)) continue;
    const parent = parentOf(relation);
    const siblings = below.get(parent);
    if (siblings === undefined) below.set(parent, [relation]);
    else siblings.push(relation);
  }
  return below;
}
