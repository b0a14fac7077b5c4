import { useMemo } from 'react';
import type { SpecCheck } from '../../../../shared/contract/instances.ts';
import type { InstanceField } from '../../../../shared/field-issue.ts';
import type { InstanceSpec } from '../../../../shared/instance-spec.ts';
import { specIssues } from '../../../../shared/spec-rules.ts';
import { useSpecCheck } from '../../api/instances.ts';
import { type FieldIssues, fieldIssues } from './field-issues.ts';
import type { FormIssue } from './form-issue.ts';
import { useSettled } from './use-settled.ts';

const QUIET_MS = 150;

export interface FormCheck {
  /** What stands at each field. */
  issues: FieldIssues;
  /** How many of them are errors that hold for what is typed right now. */
  errorsShown: number;
  /** All errors that hold for what is typed right now; an answer about something older does not count. */
  errors: readonly FormIssue[];
  /** The last answer of the engine's side. */
  answer: SpecCheck | null;
  /** The answer is about what is typed right now. */
  current: boolean;
}

/** Scripts are checked here; the check asks only for their names and need not carry megabytes at every pause. */
function withoutContents(spec: InstanceSpec): InstanceSpec {
  return { ...spec, initScripts: spec.initScripts.map(({ name }) => ({ name, contentBase64: '' })) };
}

/**
 * Checks what is typed: rules at once, the engine's side a moment later, what a failed attempt told on top. That a field
 * is empty is said only once it was `asked` for.
 */
export function useFormCheck(
  spec: InstanceSpec,
  attempt: readonly FormIssue[],
  asked: ReadonlySet<InstanceField>,
): FormCheck {
  const typed = useMemo(() => withoutContents(spec), [spec]);
  const settled = useSettled(typed, QUIET_MS);
  const check = useSpecCheck(settled);
  const current = settled === typed && !check.isPlaceholderData;
  const answer = check.data ?? null;
  return useMemo(() => {
    const rules = specIssues(spec);
    const told = (answer?.issues ?? []).filter(({ field }) => field !== 'initScripts');
    const said = ({ field, problem }: FormIssue) => problem !== 'required' || asked.has(field);
    const holding = fieldIssues(rules, current ? told : [], attempt);
    const errors = Object.values(holding)
      .flat()
      .filter(({ severity }) => severity === 'error');
    return {
      issues: fieldIssues(rules.filter(said), told.filter(said), attempt),
      errorsShown: errors.filter(said).length,
      errors,
      answer,
      current,
    };
  }, [spec, answer, current, attempt, asked]);
}
