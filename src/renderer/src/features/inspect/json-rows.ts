export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

export interface JsonRow {
  /** Where it stands: keys joined as a JSON pointer. */
  path: string;
  depth: number;
  /** Key in its object, index in its array; null for the whole. */
  key: string | null;
  kind: JsonKind;
  /** As JSON writes it; null for what has children. */
  text: string | null;
  childCount: number;
  open: boolean;
  /** The search names this very row, not only something inside it. */
  matches: boolean;
}

export interface JsonView {
  closed: ReadonlySet<string>;
  /** Shows only rows that contain it (in any case), with what they stand in. Empty: everything. */
  search: string;
}

function kindOf(value: unknown): JsonKind {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  switch (typeof value) {
    case 'object':
      return 'object';
    case 'number':
    case 'bigint':
      return 'number';
    case 'boolean':
      return 'boolean';
    default:
      return 'string';
  }
}

function childrenOf(value: unknown): [string, unknown][] {
  if (Array.isArray(value)) return value.map((item, index) => [String(index), item]);
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

interface Place {
  path: string;
  depth: number;
  key: string | null;
  /** It stands inside something that the search named. */
  shown: boolean;
}

function rowsOf(value: unknown, place: Place, view: JsonView): JsonRow[] {
  const kind = kindOf(value);
  const children = childrenOf(value);
  const leaf = kind !== 'object' && kind !== 'array';
  const text = leaf ? JSON.stringify(value ?? null) : null;
  const wanted = view.search.toLowerCase();
  const searching = wanted !== '';
  const matches =
    searching && (place.key?.toLowerCase().includes(wanted) || text?.toLowerCase().includes(wanted)) === true;
  const open = searching || !view.closed.has(place.path);
  const inside = open
    ? children.flatMap(([key, child]) =>
        rowsOf(
          child,
          {
            path: `${place.path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
            depth: place.depth + 1,
            key,
            shown: place.shown || matches,
          },
          view,
        ),
      )
    : [];
  if (searching && !matches && !place.shown && inside.length === 0) return [];
  const { path, depth, key } = place;
  return [{ path, depth, key, kind, text, childCount: children.length, open, matches }, ...inside];
}

/** The rows of a JSON value as a tree that can be folded and searched, from top to bottom. */
export function jsonRows(value: unknown, view: JsonView): JsonRow[] {
  return rowsOf(value, { path: '', depth: 0, key: null, shown: false }, view);
}
