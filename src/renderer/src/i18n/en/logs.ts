export const logs = {
  label: 'Container logs',
  follow: 'Follow',
  copy: 'Copy',
  lines: '{count, plural, one {# line} other {# lines}}',
  newLines: '{count, plural, one {# new line} other {# new lines}}',
  dropped:
    '{count, plural, one {# line was skipped} other {# lines were skipped}}: they came faster than they can be shown.',
  empty: { title: 'No log lines yet', body: 'What the server writes appears here.' },
  failed: 'The log could not be read',
} as const;
