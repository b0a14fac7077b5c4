import type { FieldIssue } from '../../../../shared/field-issue.ts';

/** An issue of the check, or what an attempt that failed says about a field. */
export interface FormIssue extends Omit<FieldIssue, 'problem'> {
  problem: FieldIssue['problem'] | 'image-missing' | 'pull-failed';
}
