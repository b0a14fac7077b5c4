import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Plan } from '../../../../shared/contract/plan.ts';
import { moveInTree } from './move-in-tree.ts';
import { PlanNodeDetails } from './plan-node-details.tsx';
import { PlanRow } from './plan-row.tsx';
import styles from './plan-tree.module.css';
import { visibleNodes } from './visible-nodes.ts';

/** The nodes with their figures, and all that is known of the chosen one. */
export function PlanTree({ plan }: { plan: Plan }) {
  const t = useTranslations('explain');
  const [closed, setClosed] = useState<ReadonlySet<number>>(new Set());
  const [currentId, setCurrentId] = useState(plan.root.id);
  const body = useRef<HTMLTableSectionElement>(null);
  const visible = visibleNodes(plan.root, closed);
  const current = visible.find(({ node }) => node.id === currentId) ?? visible[0];

  const setOpen = (id: number, open: boolean) => {
    const next = new Set(closed);
    if (open) next.delete(id);
    else next.add(id);
    setClosed(next);
  };
  const go = (id: number) => {
    setCurrentId(id);
    body.current?.querySelector<HTMLElement>(`[data-node="${id}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const move = moveInTree(event.key, visible, currentId, closed);
    if (move === null) return;
    event.preventDefault();
    if ('go' in move) go(move.go);
    else if ('open' in move) setOpen(move.open, true);
    else setOpen(move.close, false);
  };

  return (
    <div className={styles.split}>
      <div className={styles.scroll}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern for rows that open (ARIA APG) */}
        <table className={styles.table} role="treegrid" aria-label={t('plan')}>
          <thead>
            <tr>
              <th scope="col">{t('column.node')}</th>
              {plan.analyzed && <th scope="col">{t('column.self')}</th>}
              {plan.analyzed && <th scope="col">{t('column.total')}</th>}
              <th scope="col">{t(plan.analyzed ? 'column.rows' : 'column.estimatedRows')}</th>
              {plan.analyzed && <th scope="col">{t('column.buffers')}</th>}
              <th scope="col">{t('column.cost')}</th>
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={onKeyDown}>
            {visible.map((shown) => (
              <PlanRow
                key={shown.node.id}
                shown={shown}
                plan={plan}
                isClosed={closed.has(shown.node.id)}
                isCurrent={shown.node.id === current?.node.id}
                onChoose={() => setCurrentId(shown.node.id)}
                onOpen={(open) => setOpen(shown.node.id, open)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {current !== undefined && <PlanNodeDetails node={current.node} />}
    </div>
  );
}
