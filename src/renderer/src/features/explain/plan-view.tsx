import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Plan } from '../../../../shared/contract/plan.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import { Segments } from '../../components/segments.tsx';
import { PlanTree } from './plan-tree.tsx';
import styles from './plan-view.module.css';
import { usePlanFigures } from './use-plan-figures.ts';

interface PlanViewProps {
  plan: Plan;
  /** A plan is on its way. */
  busy: boolean;
  /** Why nothing can be run now; null: it can. */
  blocked: string | null;
  /** Runs the statement to measure it. */
  onAnalyze: () => void;
}

/** How a statement is, or was, carried out: as a tree, or as the server's own text. */
export function PlanView({ plan, busy, blocked, onAnalyze }: PlanViewProps) {
  const t = useTranslations('explain');
  const figures = usePlanFigures();
  const [view, setView] = useState<'tree' | 'text'>('tree');
  const facts = [
    plan.planningMs === null ? null : t('planning', { time: figures.ms(plan.planningMs) }),
    plan.executionMs === null ? null : t('execution', { time: figures.ms(plan.executionMs) }),
    plan.analyzed ? null : t('estimated'),
    ...plan.triggers.map((trigger) =>
      t('trigger', { name: trigger.name, calls: trigger.calls, time: figures.ms(trigger.totalMs) }),
    ),
  ];
  return (
    <section className={styles.view} aria-label={t('plan')}>
      <div className={styles.bar}>
        <Segments
          label={t('show')}
          value={view}
          onChange={setView}
          options={[
            { value: 'tree', label: t('tree') },
            { value: 'text', label: t('text') },
          ]}
        />
        <span className={styles.facts}>{facts.filter((fact) => fact !== null).join(' · ')}</span>
        <Button title={t('analyzeTitle')} busy={busy} disabledReason={blocked} onClick={onAnalyze}>
          {t('analyze')}
        </Button>
        <CopyButton label={t('copy')} text={plan.raw} />
      </div>
      {plan.rolledBack && <Banner tone="info">{t('rolledBack')}</Banner>}
      {view === 'tree' ? (
        <PlanTree key={plan.raw} plan={plan} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, which a keyboard must be able to do
        <section className={styles.text} tabIndex={0} aria-label={t('text')}>
          <pre>
            <PlainText text={plan.raw} />
          </pre>
        </section>
      )}
    </section>
  );
}
