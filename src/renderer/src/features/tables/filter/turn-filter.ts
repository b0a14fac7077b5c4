import type { TableSubject } from '../table-subject.ts';

/** Opens the filter, or closes it: what was typed and not applied is there when it is opened again. */
export const turnFilter = ({ view, change }: TableSubject): void => change({ filterOpen: !view.filterOpen });
