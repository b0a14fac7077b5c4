import { type InstanceField, instanceFieldSchema } from '../../../../shared/field-issue.ts';

/**
 * The field whose text input lost the focus. Choices do not count: opening the list of a choice takes the focus away
 * before anything could be picked.
 */
export function fieldsLeft(control: Element): InstanceField[] {
  if (!(control instanceof HTMLInputElement) || !['text', 'password'].includes(control.type)) return [];
  const name = control.closest<HTMLElement>('[data-field]')?.dataset.field;
  return instanceFieldSchema.options.filter((field) => field === name);
}
