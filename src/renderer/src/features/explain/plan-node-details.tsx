import { useTranslations } from 'use-intl';
import type { PlanNode } from '../../../../shared/contract/plan.ts';
import { KeyValues } from '../../components/key-values.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import styles from './plan-tree.module.css';
import { useBuffersText } from './use-buffers-text.ts';
import { usePlanFigures } from './use-plan-figures.ts';

/** All that is known of one node. */
export function PlanNodeDetails({ node }: { node: PlanNode }) {
  const t = useTranslations('explain');
  const figures = usePlanFigures();
  const buffersText = useBuffersText();
  const { actual, buffers } = node;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <aside className={styles.details} aria-label={t('details')} tabIndex={0}>
      <h3>
        {node.type} <PlainText text={node.on ?? ''} />
      </h3>
      {node.marks.map((mark) => (
        <p key={mark}>{t(`why.${mark}`)}</p>
      ))}
      <KeyValues
        rows={[
          [
            t('estimate'),
            t('estimateText', { rows: figures.count(node.planRows), width: figures.count(node.planWidth) }),
          ],
          [
            t('column.cost'),
            t('costText', { startup: figures.cost(node.startupCost), total: figures.cost(node.totalCost) }),
          ],
          [t('loops'), actual === null ? null : figures.count(actual.loops)],
          [t('column.buffers'), buffers === null ? null : buffersText(buffers)],
        ]}
      />
      <dl className={styles.own}>
        {node.details.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <PlainText text={text} />
            </dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
