import { expect, test } from 'vitest';
import { summaryTable } from './run-steps.mjs';

test('shows what passed, what failed and what did not run', () => {
  const results = [
    { title: 'Types', outcome: 'passed', seconds: 3.21 },
    { title: 'Unit tests', outcome: 'failed (exit code 1)', seconds: 10 },
    { title: 'Build', outcome: 'not run', seconds: 0 },
  ];
  expect(summaryTable(results)).toBe(
    [
      '  Types          3.2 s  passed',
      '  Unit tests    10.0 s  failed (exit code 1)',
      '  Build                 not run',
    ].join('\n'),
  );
});
