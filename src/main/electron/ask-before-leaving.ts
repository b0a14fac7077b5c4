import { app, dialog, type WebContents } from 'electron';

/** Asks before a page that holds unsaved changes is closed: without an answer Electron would just keep it open. */
export function askBeforeLeaving(): void {
  app.on('web-contents-created', (_, contents) => askFor(contents));
}

function askFor(contents: WebContents): void {
  contents.on('will-prevent-unload', (event) => {
    const leave = 1;
    const answer = dialog.showMessageBoxSync({
      type: 'warning',
      message: 'Changes of tables are not saved yet',
      detail: 'They are lost when the window is closed.',
      buttons: ['Keep the window open', 'Close it'],
      defaultId: 0,
      cancelId: 0,
    });
    if (answer === leave) event.preventDefault();
  });
}
