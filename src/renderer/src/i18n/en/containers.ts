export const containers = {
  title: 'Containers',
  summary: '{count, plural, one {# container} other {# containers}}, {running} running',
  column: {
    name: 'Name',
    state: 'State',
    image: 'Image',
    ports: 'Ports',
    created: 'Created',
    actions: 'Actions',
  },
  state: {
    created: 'Created',
    running: 'Running',
    paused: 'Paused',
    restarting: 'Restarting',
    removing: 'Removing',
    exited: 'Stopped',
    dead: 'Dead',
  },
  up: 'up {duration}',
  ended: 'exit code {code}, {ago}',
  health: { healthy: 'healthy', unhealthy: 'unhealthy', starting: 'health check starting' },
  noPorts: 'none',
  action: {
    open: 'Open instance',
    restart: 'Restart',
    remove: 'Remove',
  },
  empty: {
    title: 'No container on this engine',
    text: 'Whatever is made here or with docker shows up by itself.',
  },
  listFailed: 'The containers could not be read',
  removeTitle: 'Remove container',
  removeText:
    'The container <b>{name}</b> goes, with its settings, its logs and whatever it keeps inside itself. If it runs, it is stopped first.',
  volumesStay: 'Its volumes stay.',
  anonymousStay:
    '{count, plural, one {One anonymous volume stays too, but nothing points to it any more:} other {# anonymous volumes stay too, but nothing points to them any more:}}',
  autoRemove: 'It was started with --rm: its anonymous volumes go with it.',
} as const;
