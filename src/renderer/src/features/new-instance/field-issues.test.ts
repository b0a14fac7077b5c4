import { expect, it } from 'vitest';
import { fieldIssues } from './field-issues.ts';
import type { FormIssue } from './form-issue.ts';

const issue = (
  field: FormIssue['field'],
  problem: FormIssue['problem'],
  severity: FormIssue['severity'],
  values: FormIssue['values'] = {},
): FormIssue => ({ field, problem, severity, values });

it('puts errors before warnings, field by field', () => {
  const found = fieldIssues([
    issue('hostPort', 'port-privileged', 'warning'),
    issue('hostPort', 'port-taken-process', 'error'),
    issue('name', 'required', 'error'),
  ]);
  expect(found.hostPort?.map(({ problem }) => problem)).toEqual(['port-taken-process', 'port-privileged']);
  expect(found.name).toHaveLength(1);
  expect(found.user).toBeUndefined();
});

it('shows what two sources tell once, as the later one tells it', () => {
  const found = fieldIssues(
    [issue('hostPort', 'port-taken-process', 'error', { port: 1 })],
    [issue('hostPort', 'port-taken-process', 'error', { port: 1, holder: 'nginx' })],
  );
  expect(found.hostPort).toEqual([
    issue('hostPort', 'port-taken-process', 'error', { port: 1, holder: 'nginx' }),
  ]);
});

it('keeps the same problem of two scripts apart', () => {
  const found = fieldIssues([
    issue('initScripts', 'script-extension', 'error', { name: 'a.txt' }),
    issue('initScripts', 'script-extension', 'error', { name: 'b.txt' }),
  ]);
  expect(found.initScripts).toHaveLength(2);
});
