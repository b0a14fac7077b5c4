import { create } from 'zustand';
import type { SqlError } from '../../../shared/contract/consoles.ts';
import type { Plan } from '../../../shared/contract/plan.ts';
import type { WindowError } from '../api/call-failure.ts';

/** What stands in a console's tab `Plan`. */
export type ShownPlan =
  | { kind: 'plan'; plan: Plan; text: string; offset: number }
  | { kind: 'no-plan' }
  | { kind: 'sql-error'; error: SqlError }
  | { kind: 'failed'; error: WindowError };

interface PlanStore {
  /** By console; absent: none was asked for. */
  plans: Readonly<Record<string, ShownPlan>>;
  setPlan: (consoleId: string, plan: ShownPlan) => void;
  forgetPlan: (consoleId: string) => void;
}

export const usePlanStore = create<PlanStore>((set) => ({
  plans: {},
  setPlan: (consoleId, plan) => set(({ plans }) => ({ plans: { ...plans, [consoleId]: plan } })),
  forgetPlan: (consoleId) => set(({ plans: { [consoleId]: _gone, ...plans } }) => ({ plans })),
}));
