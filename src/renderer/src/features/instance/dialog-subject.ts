/** The instance that a dialog is about. */
export interface DialogSubject {
  id: string;
  name: string;
}
