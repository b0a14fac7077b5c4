export const remove = {
  heading: 'Remove {name}?',
  reading: 'Looking at what stays…',
  stays: {
    title: 'What stays',
    volume: 'The volume {name}, with all its data. A new instance can use it.',
    anonymous: 'The anonymous volume {name}. It is hard to find again: note its name.',
    folder: 'The folder {name}.',
    nothing: 'Nothing: its data goes with it.',
  },
  goes: {
    title: 'What goes',
    container: 'The container {name}: its settings, its logs and files inside it.',
    data: 'The data that is in the container {name} itself.',
    memory: 'The data in memory.',
    volume: 'The anonymous volume {name}, with its data.',
  },
  steps: 'What will run',
  confirm: 'Remove',
  cancel: 'Cancel',
  failed: 'It cannot be removed now',
} as const;
