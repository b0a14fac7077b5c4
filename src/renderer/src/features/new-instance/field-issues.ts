import type { InstanceField } from '../../../../shared/field-issue.ts';
import type { FormIssue } from './form-issue.ts';

export type FieldIssues = Readonly<Partial<Record<InstanceField, readonly FormIssue[]>>>;

/**
 * What stands at each field, errors first. An issue that several sources tell (the rules at once, the check a moment
 * later, an attempt that failed) stands there once; the later source knows more about it.
 */
export function fieldIssues(...sources: (readonly FormIssue[])[]): FieldIssues {
  const byKey = new Map<string, FormIssue>();
  for (const issue of sources.flat()) {
    byKey.set(JSON.stringify([issue.field, issue.problem, issue.values.name ?? null]), issue);
  }
  const byField: Partial<Record<InstanceField, FormIssue[]>> = {};
  for (const issue of byKey.values()) {
    const issues = byField[issue.field] ?? [];
    issues.push(issue);
    byField[issue.field] = issues;
  }
  for (const issues of Object.values(byField)) issues.sort(errorsFirst);
  return byField;
}

function errorsFirst(a: FormIssue, b: FormIssue): number {
  return Number(b.severity === 'error') - Number(a.severity === 'error');
}
