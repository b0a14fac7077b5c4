import type { KeyboardEvent } from 'react';

const focusable = 'a[href], button:not([disabled]), [tabindex="0"]';

/** Arrow up and down in the body of a table: the same control of the row above or below gets the focus. */
export function focusNextRow(event: KeyboardEvent<HTMLTableSectionElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const target = event.target;
  // Menus and dialogs opened from a row hand their keys up through React although they stand elsewhere in the page.
  if (event.defaultPrevented || !(target instanceof HTMLElement) || !event.currentTarget.contains(target))
    return;
  if (target.hasAttribute('aria-haspopup')) return;
  const row = target.closest('tr');
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  if (!(row instanceof HTMLElement) || !(next instanceof HTMLElement)) return;
  const place = [...row.querySelectorAll<HTMLElement>(focusable)].indexOf(target);
  const candidates = next.querySelectorAll<HTMLElement>(focusable);
  const control = candidates[Math.min(place, candidates.length - 1)];
  if (control === undefined) return;
  event.preventDefault();
  control.focus();
}
