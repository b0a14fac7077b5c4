export const activity = {
  title: 'Activity',
  sub: 'Everything Howdah did to this engine, newest first',
  list: 'Operations',
  steps: 'Steps of {operation}',
  empty: {
    title: 'Nothing yet',
    text: 'What you do here is written down: each step with its command.',
  },
  listFailed: 'The journal could not be read',
} as const;
