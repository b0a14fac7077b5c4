import { useState } from 'react';
import type { RunQuestion } from '../../../../shared/contract/consoles.ts';
import { windowErrorOf } from '../../api/call-failure.ts';
import { explainInConsole } from '../../api/consoles.ts';
import { usePlanStore } from '../../stores/plan-store.ts';

type Values = Record<string, string | null>;

/** A piece of the draft, and where it begins. */
interface Target {
  text: string;
  offset: number;
}

interface AskedPlan {
  target: Target;
  analyze: boolean;
  question: RunQuestion;
  confirmed: boolean;
  values: Values;
}

export interface ExplainControl {
  /** Estimates. */
  explain: (target: Target | null) => void;
  /** Runs the statement of the plan on screen, and takes it back. */
  analyze: () => void;
  pending: boolean;
  asked: AskedPlan | null;
  answer: (values: Values) => void;
  dismiss: () => void;
}

/** Asks for plans, after what main asks first; they stand in the plan store. `onShow`: there is something to see. */
export function useExplain(consoleId: string, onShow: () => void): ExplainControl {
  const [pending, setPending] = useState(false);
  const [asked, setAsked] = useState<AskedPlan | null>(null);
  const setPlan = usePlanStore((store) => store.setPlan);

  const begin = async (target: Target, analyze: boolean, confirmed: boolean, values: Values) => {
    if (pending) return;
    setPending(true);
    try {
      const outcome = await explainInConsole({ id: consoleId, ...target, analyze, confirmed, values });
      if (outcome.outcome === 'asked') {
        return setAsked({ target, analyze, question: outcome.question, confirmed, values });
      }
      setAsked(null);
      if (outcome.outcome === 'planned') setPlan(consoleId, { kind: 'plan', plan: outcome.plan, ...target });
      else if (outcome.outcome === 'failed') setPlan(consoleId, { kind: 'sql-error', error: outcome.error });
      else setPlan(consoleId, { kind: 'no-plan' });
    } catch (cause) {
      setAsked(null);
      setPlan(consoleId, { kind: 'failed', error: windowErrorOf(cause) });
    } finally {
      setPending(false);
    }
    onShow();
  };

  return {
    explain: (target) => {
      if (target !== null && target.text.trim() !== '') void begin(target, false, false, {});
    },
    analyze: () => {
      const shown = usePlanStore.getState().plans[consoleId];
      if (shown?.kind === 'plan') void begin({ text: shown.text, offset: shown.offset }, true, false, {});
    },
    pending,
    asked,
    answer: (given) => {
      if (asked === null) return;
      const confirmed = asked.confirmed || asked.question.dangers.length > 0;
      void begin(asked.target, asked.analyze, confirmed, { ...asked.values, ...given });
    },
    dismiss: () => setAsked(null),
  };
}
