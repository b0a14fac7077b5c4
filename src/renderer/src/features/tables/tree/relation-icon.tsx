import type { RelationKind } from '../../../../../shared/contract/relations.ts';

const paths: Readonly<Record<RelationKind, string>> = {
  table: 'M2.5 3.5h11v9h-11zM2.5 6.5h11M6.5 6.5v6',
  'partitioned-table': 'M2.5 2.5h11v4h-11zM2.5 9.5h11v4h-11zM6.5 2.5v4M6.5 9.5v4',
  view: 'M1.8 8S4 3.8 8 3.8 14.2 8 14.2 8 12 12.2 8 12.2 1.8 8 1.8 8Zm6.2 1.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z',
  'materialized-view': 'M2.5 3.5h11v9h-11zM4.5 8s1.3-2 3.5-2 3.5 2 3.5 2-1.3 2-3.5 2-3.5-2-3.5-2Z',
  'foreign-table': 'M8.5 3.5h-6v9h11v-4M2.5 7h5M10.5 2.5h3v3M13.5 2.5 9 7',
};

/** A line drawing of what kind a relation is; its name says it, too. */
export function RelationIcon({ kind }: { kind: RelationKind }) {
  return (
    <svg
      aria-hidden="true"
      width={14}
      height={14}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[kind]} />
    </svg>
  );
}
