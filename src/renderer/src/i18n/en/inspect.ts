export const inspect = {
  label: 'What the engine says',
  search: 'Search',
  showSecrets: 'Show secrets',
  hideSecrets: 'Hide secrets',
  copy: 'Copy',
  expandAll: 'Expand all',
  collapseAll: 'Collapse all',
  matches: '{count, plural, =0 {Nothing found} one {# match} other {# matches}}',
  failed: 'The engine does not tell',
  items: '{count, plural, one {# item} other {# items}}',
  keys: '{count, plural, one {# key} other {# keys}}',
} as const;
