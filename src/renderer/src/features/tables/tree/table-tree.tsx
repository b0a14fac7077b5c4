import {
  type KeyboardEvent,
  type Ref,
  useId,
  useImperativeHandle,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useTranslations } from 'use-intl';
import type { RelationName } from '../../../../../shared/contract/relations.ts';
import { useVirtualViewport } from '../../../components/data-grid/use-virtual-viewport.ts';
import { relationKey } from '../../../stores/table-view-store.ts';
import { moveInTableTree } from './move-in-table-tree.ts';
import styles from './table-tree.module.css';
import type { TreeNode } from './tree-nodes.ts';
import { TreeRow } from './tree-row.tsx';
import { TypeAhead } from './type-ahead.ts';

export interface TreeHandle {
  focus: () => void;
}

interface TableTreeProps {
  ref?: Ref<TreeHandle>;
  nodes: readonly TreeNode[];
  /** The one on screen. */
  opened: RelationName | null;
  stagedOf: (relation: RelationName) => number;
  onOpen: (relation: RelationName) => void;
  onTurn: (id: string) => void;
}

const linePx = 24;

/** Schemas and relations as a tree of which only the lines in sight are in the document. */
export function TableTree({ ref, nodes, opened, stagedOf, onOpen, onTurn }: TableTreeProps) {
  const t = useTranslations('tables.tree');
  const treeId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [typing] = useState(() => new TypeAhead());
  const openedId = opened === null ? null : relationKey(opened);
  const [currentId, setCurrentId] = useState(openedId);
  const viewport = useVirtualViewport(scroller, nodes.length * linePx);
  const { topPx, heightPx, widthPx } = useSyncExternalStore(viewport.subscribe, viewport.state);
  const found = nodes.findIndex(({ id }) => id === currentId);
  const currentIndex =
    found >= 0
      ? found
      : Math.max(
          0,
          nodes.findIndex(({ kind }) => kind === 'relation'),
        );
  const first = Math.max(0, Math.floor(topPx / linePx));
  const end = Math.min(nodes.length, Math.ceil((topPx + heightPx) / linePx));
  useImperativeHandle(ref, () => ({ focus: () => scroller.current?.focus() }));

  const go = (node: TreeNode) => {
    setCurrentId(node.id);
    const top = nodes.indexOf(node) * linePx;
    if (top < topPx) viewport.scrollTo({ topPx: top });
    else if (top + linePx > topPx + heightPx) viewport.scrollTo({ topPx: top + linePx - heightPx });
  };
  const choose = (node: TreeNode) => {
    setCurrentId(node.id);
    if (node.kind === 'relation') onOpen({ schema: node.relation.schema, name: node.relation.name });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const pageNodes = Math.max(1, Math.floor(heightPx / linePx) - 1);
    const move = moveInTableTree(event.key, nodes, currentIndex, pageNodes);
    if (move === null) {
      if (event.key.length !== 1) return;
      const next = typing.find(event.key, event.timeStamp, nodes, currentIndex);
      if (next !== null) go(next);
    } else if ('go' in move) go(move.go);
    else if ('turn' in move) onTurn(move.turn.id);
    else choose(move.open);
    event.preventDefault();
  };
  const isCurrentInSight = currentIndex >= first && currentIndex < end;

  return (
    <div
      ref={scroller}
      role="tree"
      aria-label={t('label')}
      aria-activedescendant={isCurrentInSight ? `${treeId}-${currentIndex}` : undefined}
      tabIndex={0}
      className={styles.scroller}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles.canvas} style={{ height: nodes.length * linePx }}>
        <div role="presentation" className={styles.layer} style={{ width: widthPx, height: heightPx }}>
          {nodes.slice(first, end).map((node, offset) => (
            <TreeRow
              key={node.id}
              id={`${treeId}-${first + offset}`}
              node={node}
              topPx={(first + offset) * linePx - topPx}
              current={first + offset === currentIndex}
              opened={node.id === openedId}
              staged={node.kind === 'relation' ? stagedOf(node.relation) : 0}
              onChoose={() => choose(node)}
              onTurn={() => {
                setCurrentId(node.id);
                onTurn(node.id);
              }}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
