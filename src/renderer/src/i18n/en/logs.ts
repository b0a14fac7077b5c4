export const logs = {
  label: 'Container logs',
  follow: 'Follow',
  copy: 'Copy',
  copied: 'Copied',
  lines: '{count, plural, one {# line} other {# lines}}',
  newLines: '{count, plural, one {# new line} other {# new lines}}',
  dropped:
    '{count, plural, one {# line was skipped} other {# lines were skipped}}: they came faster than they can be shown.',
  loading: 'Reading logs…',
  empty: { title: 'No log lines yet', body: 'What the server writes appears here.' },
  ended: 'The log ended.',
  failed: 'The log could not be read',
  retry: 'Try again',
  bounded: 'The last {count, number} lines are kept here.',
} as const;
