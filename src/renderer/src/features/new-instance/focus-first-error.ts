import type { InstanceField } from '../../../../shared/field-issue.ts';

const CONTROL = 'input:not([type="hidden"]):not([aria-hidden="true"]), select, textarea, button';

/** Puts the focus on the first field of the form, in reading order, that is among `fields`. */
export function focusFirstError(form: HTMLElement, fields: ReadonlySet<InstanceField>): void {
  for (const part of form.querySelectorAll<HTMLElement>('[data-field]')) {
    const field = part.dataset.field;
    if (field === undefined || ![...fields].some((one) => one === field)) continue;
    const invalid = part.querySelector<HTMLElement>(
      'input[aria-invalid="true"], button[aria-invalid="true"]',
    );
    (invalid ?? part.querySelector<HTMLElement>(CONTROL))?.focus();
    return;
  }
}
