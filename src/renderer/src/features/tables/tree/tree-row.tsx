// biome-ignore-all lint/a11y/useFocusableInteractive: the tree has the focus and names its current item
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the tree takes the keys
import { useTranslations } from 'use-intl';
import { classNames } from '../../../components/class-names.ts';
import { Icon } from '../../../components/icon.tsx';
import { PlainText } from '../../../components/plain-text.tsx';
import { visibleText } from '../../../components/visible-text.ts';
import { RelationIcon } from './relation-icon.tsx';
import styles from './table-tree.module.css';
import type { TreeNode } from './tree-nodes.ts';
import { useRelationTexts } from './use-relation-texts.ts';
import { useShortCount } from './use-short-count.ts';

interface TreeRowProps {
  id: string;
  node: TreeNode;
  topPx: number;
  /** The keyboard is here. */
  current: boolean;
  /** It is on screen. */
  opened: boolean;
  /** How many changes are staged for it. */
  staged: number;
  onChoose: () => void;
  onTurn: () => void;
}

const indentPx = 14;

/** One line of the tree: a schema, or a relation with its estimated rows. */
export function TreeRow({ id, node, topPx, current, opened, staged, onChoose, onTurn }: TreeRowProps) {
  const t = useTranslations('tables.tree');
  const texts = useRelationTexts();
  const isSchema = node.kind === 'schema';
  return (
    <div
      id={id}
      role="treeitem"
      aria-label={
        isSchema ? t('schema', { name: visibleText(node.name) }) : texts.label(node.relation, staged)
      }
      aria-level={node.level}
      aria-posinset={node.position}
      aria-setsize={node.siblings}
      aria-expanded={node.open ?? undefined}
      aria-selected={opened}
      title={isSchema ? undefined : texts.title(node.relation)}
      className={classNames(
        styles.row,
        isSchema && styles.schema,
        opened && styles.opened,
        current && styles.current,
      )}
      style={{ top: topPx, paddingLeft: isSchema ? 2 : (node.level - 2) * indentPx + 2 }}
      onClick={isSchema ? onTurn : onChoose}
    >
      <Fold node={node} onTurn={onTurn} />
      {isSchema ? (
        <span className={styles.name}>
          <PlainText text={node.name} />
        </span>
      ) : (
        <Relation node={node} staged={staged} />
      )}
    </div>
  );
}

function Fold({ node, onTurn }: { node: TreeNode; onTurn: () => void }) {
  return (
    <span
      aria-hidden="true"
      className={classNames(styles.fold, node.open === true && styles.unfolded)}
      onClick={(event) => {
        if (node.open === null) return;
        event.stopPropagation();
        onTurn();
      }}
    >
      {node.open !== null && <Icon name="chevron-right" sizePx={11} />}
    </span>
  );
}

function Relation({ node, staged }: { node: Extract<TreeNode, { kind: 'relation' }>; staged: number }) {
  const short = useShortCount();
  const { kind, name, estimatedRows } = node.relation;
  return (
    <>
      <span className={styles.kind}>
        <RelationIcon kind={kind} />
      </span>
      <span className={styles.name}>
        <PlainText text={name} />
      </span>
      {staged > 0 && <span className={styles.staged}>{staged}</span>}
      <span className={styles.count}>{estimatedRows === null ? '' : short(estimatedRows)}</span>
    </>
  );
}
