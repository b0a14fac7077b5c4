export const palette = {
  title: 'Command palette',
  search: 'Find an action, instance, volume…',
  nothing: 'Nothing fits.',
  results: 'Results',
  kind: {
    action: 'Action',
    instance: 'Instance',
    volume: 'Volume',
    place: 'Screen',
  },
  go: 'Go to {place}',
  theme: 'Theme: {theme}',
  language: 'Language: {language}',
  retryEngine: 'Try the engine again',
  sqlOf: 'SQL of {name}',
  onInstance: '{action} · {name}',
} as const;
