/** Arrow keys move between a panel's search and its entries. False: nothing moved. */
export function moveInList(panel: HTMLElement, key: string): boolean {
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return false;
  const stops = [...panel.querySelectorAll<HTMLElement>('input[type="search"], [data-entry]')];
  const index = stops.findIndex((stop) => stop.matches(':focus'));
  const next = stops[index + (key === 'ArrowDown' ? 1 : -1)];
  if (index < 0 || next === undefined) return false;
  next.focus();
  return true;
}
