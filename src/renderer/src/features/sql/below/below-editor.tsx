import { type ReactNode, useId } from 'react';
import { useTranslations } from 'use-intl';
import type { ConsoleEntry } from '../../../../../shared/contract/consoles.ts';
import type { ResultInfo } from '../../../../../shared/contract/results.ts';
import { type StripTab, TabStrip } from '../../../components/tab-strip.tsx';
import { useConsoleStore } from '../../../stores/console-store.ts';
import { usePlanStore } from '../../../stores/plan-store.ts';
import type { ExplainControl } from '../../explain/use-explain.ts';
import type { ConsoleFeed } from '../console-feed.ts';
import { ConsoleLog } from '../log/console-log.tsx';
import { LinkChip } from '../toolbar/link-chip.tsx';
import { TransactionChip } from '../toolbar/transaction-chip.tsx';
import styles from './below-editor.module.css';
import { PlanPanel } from './plan-panel.tsx';
import { ResultPanel } from './result-panel.tsx';
import { RunAnnouncement } from './run-announcement.tsx';
import { RunStatus } from './run-status.tsx';
import { shownTab } from './shown-tab.ts';

interface BelowEditorProps {
  consoleId: string;
  feed: ConsoleFeed;
  /** What is to be known whatever is shown. */
  notes: ReactNode;
  /** What went wrong in the run; a plan is not of it. */
  failure: ReactNode;
  placeOf: (entry: ConsoleEntry) => (() => void) | null;
  explain: Pick<ExplainControl, 'pending' | 'analyze'>;
  /** Why nothing can be run now; null: it can. */
  blocked: string | null;
}

/** Results and log of a console, and how its session stands. */
export function BelowEditor({
  consoleId,
  feed,
  notes,
  failure,
  placeOf,
  explain,
  blocked,
}: BelowEditorProps) {
  const t = useTranslations('sql.below');
  const panelId = useId();
  const chosen = useConsoleStore((store) => store.shown[consoleId]);
  const show = useConsoleStore((store) => store.show);
  const { state, results, run, outcome } = feed;
  const plan = usePlanStore((store) => store.plans[consoleId]);
  const shown = shownTab(results, run, plan === undefined && chosen?.tab === 'plan' ? undefined : chosen);
  return (
    <div className={styles.below}>
      <div className={styles.bar}>
        <TabStrip
          label={t('tabs')}
          tabs={[
            ...results.map((result) => resultTab(result, t)),
            ...(plan === undefined ? [] : [{ id: 'plan', label: t('plan') }]),
            { id: 'log', label: t('log') },
          ]}
          current={typeof shown === 'string' ? shown : shown.id}
          onSelect={(id) => show(consoleId, run, id === 'log' || id === 'plan' ? id : { resultId: id })}
          controls={panelId}
        />
        {(shown !== 'plan' || state?.running != null) && (
          <RunStatus
            running={state?.running ?? null}
            result={typeof shown === 'string' ? null : shown}
            outcome={outcome}
          />
        )}
        <span className={styles.space} />
        {state !== null && (
          <>
            <LinkChip link={state.link} />
            <TransactionChip id={consoleId} state={state} />
          </>
        )}
      </div>
      <RunAnnouncement running={state?.running != null} results={results} outcome={outcome} />
      {notes}
      {shown !== 'plan' && failure}
      <div id={panelId} role="tabpanel" aria-label={t('panel')} className={styles.panel}>
        {shown === 'log' && <ConsoleLog feed={feed} placeOf={placeOf} />}
        {shown === 'plan' && plan !== undefined && (
          <PlanPanel shown={plan} busy={explain.pending} blocked={blocked} onAnalyze={explain.analyze} />
        )}
        {typeof shown !== 'string' && (
          <ResultPanel
            key={shown.id}
            consoleId={consoleId}
            result={shown}
            expanded={state?.expanded ?? false}
          />
        )}
      </div>
    </div>
  );
}

function resultTab(
  { id, number, statement }: ResultInfo,
  t: ReturnType<typeof useTranslations<'sql.below'>>,
): StripTab {
  return { id, label: t('result', { number: String(number) }), title: statement };
}
