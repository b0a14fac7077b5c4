export const tables = {
  relation: 'Table',
  unread: 'The table could not be read',
  subTabs: 'View',
  subTab: { rows: 'Rows', structure: 'Structure' },
  blocked: {
    noMain: 'The connection to Howdah was lost. What you staged stays here.',
    stopped: 'The instance is stopped. Start it to go on.',
    waiting: 'The server is not ready yet. This goes on by itself as soon as it is.',
  },
  tree: { label: 'Tables', find: 'Find a table', failed: 'The tables could not be read' },
  rows: { grid: 'Rows of {name}', unread: 'The rows could not be read', none: 'No rows' },
} as const;
