import { useTranslations } from 'use-intl';
import { Banner } from '../../../components/banner.tsx';
import { ErrorBanner } from '../../../components/error-banner.tsx';
import type { ShownPlan } from '../../../stores/plan-store.ts';
import { PlanView } from '../../explain/plan-view.tsx';
import { SqlErrorView } from '../errors/sql-error-view.tsx';

interface PlanPanelProps {
  shown: ShownPlan;
  busy: boolean;
  /** Why nothing can be run now; null: it can. */
  blocked: string | null;
  onAnalyze: () => void;
}

/** The plan that was asked for last, or why there is none. */
export function PlanPanel({ shown, busy, blocked, onAnalyze }: PlanPanelProps) {
  const t = useTranslations('explain');
  switch (shown.kind) {
    case 'plan':
      return <PlanView plan={shown.plan} busy={busy} blocked={blocked} onAnalyze={onAnalyze} />;
    case 'no-plan':
      return <Banner tone="info">{t('noPlan')}</Banner>;
    case 'sql-error':
      return (
        <div role="alert">
          <SqlErrorView error={shown.error} />
        </div>
      );
    case 'failed':
      return <ErrorBanner title={t('failed')} error={shown.error} />;
  }
}
