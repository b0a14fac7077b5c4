export const loadImage = {
  title: 'Load image from file…',
  intro: 'A file made by docker save (.tar, .tar.gz).',
  file: 'Image file',
  load: 'Load',
  cancel: 'Cancel',
  close: 'Close',
  sending: '{done} of {total}',
  unpacking: 'The engine is unpacking it…',
  done: 'The image is on the engine.',
  failed: 'The image was not loaded',
  nothingChosen: 'Choose a file first.',
} as const;
