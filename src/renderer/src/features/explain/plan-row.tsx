import { useTranslations } from 'use-intl';
import type { Plan, PlanNode } from '../../../../shared/contract/plan.ts';
import { classNames } from '../../components/class-names.ts';
import { Icon } from '../../components/icon.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import styles from './plan-tree.module.css';
import { useBuffersText } from './use-buffers-text.ts';
import { usePlanFigures } from './use-plan-figures.ts';
import type { VisibleNode } from './visible-nodes.ts';

interface PlanRowProps {
  shown: VisibleNode;
  plan: Plan;
  isClosed: boolean;
  isCurrent: boolean;
  onChoose: () => void;
  onOpen: (open: boolean) => void;
}

export function PlanRow({ shown, plan, isClosed, isCurrent, onChoose, onOpen }: PlanRowProps) {
  const t = useTranslations('explain');
  const figures = usePlanFigures();
  const { node, level } = shown;
  const isParent = node.children.length > 0;
  const { actual } = node;
  return (
    <tr
      data-node={node.id}
      className={classNames(styles.row, isCurrent && styles.current)}
      aria-level={level}
      aria-expanded={isParent ? !isClosed : undefined}
      aria-selected={isCurrent}
      tabIndex={isCurrent ? 0 : -1}
      onClick={onChoose}
      onFocus={onChoose}
    >
      <td>
        <div className={styles.node} style={{ paddingLeft: `${(level - 1) * 16}px` }}>
          <button
            type="button"
            className={classNames(styles.toggle, !isClosed && styles.opened, !isParent && styles.leaf)}
            tabIndex={-1}
            aria-label={t(isClosed ? 'open' : 'close', { node: node.type })}
            onClick={() => onOpen(isClosed)}
          >
            <Icon name="chevron-right" sizePx={12} />
          </button>
          <strong>{node.type}</strong>
          <Subject node={node} />
          {node.marks.map((mark) => (
            <StatusChip
              key={mark}
              tone={mark === 'never-executed' ? 'idle' : 'warn'}
              state={mark}
              title={t(`why.${mark}`)}
            >
              {t(`mark.${mark}`)}
            </StatusChip>
          ))}
        </div>
      </td>
      {plan.analyzed && (
        <td className={styles.number}>
          <ShareBar of={actual?.selfMs ?? 0} whole={plan.root.actual?.totalMs ?? 0} />
          {actual === null ? '' : figures.ms(actual.selfMs)}
        </td>
      )}
      {plan.analyzed && (
        <td className={styles.number}>{actual === null ? '' : figures.ms(actual.totalMs)}</td>
      )}
      <td className={styles.number}>
        <Rows node={node} />
      </td>
      {plan.analyzed && (
        <td className={styles.number}>
          <Buffers node={node} />
        </td>
      )}
      <td className={styles.number}>{figures.cost(node.totalCost)}</td>
    </tr>
  );
}

function Subject({ node }: { node: PlanNode }) {
  const words = [node.on, ...node.traits].filter((word) => word !== null);
  if (words.length === 0) return null;
  return (
    <span className={styles.subject}>
      <PlainText text={words.join(' · ')} />
    </span>
  );
}

function Rows({ node }: { node: PlanNode }) {
  const t = useTranslations('explain');
  const figures = usePlanFigures();
  if (node.actual === null) return figures.count(node.planRows);
  const estimated = figures.count(node.planRows * Math.max(node.actual.loops, 1));
  return (
    <span title={t('rowsExact', { actual: figures.count(node.actual.rows), estimated })}>
      {t('rows', { actual: figures.count(node.actual.rows), estimated })}
    </span>
  );
}

function Buffers({ node }: { node: PlanNode }) {
  const text = useBuffersText();
  const figures = usePlanFigures();
  if (node.buffers === null) return null;
  const { sharedHit, sharedRead, temp } = node.buffers;
  return <span title={text(node.buffers)}>{figures.blocks(sharedHit + sharedRead + temp)}</span>;
}

/** The figure says it, too. */
function ShareBar({ of, whole }: { of: number; whole: number }) {
  const share = whole > 0 ? Math.min(1, of / whole) : 0;
  return (
    <span className={styles.share} style={{ width: `${Math.round(share * 100)}%` }} aria-hidden="true" />
  );
}
