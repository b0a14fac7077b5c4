/** How a value is shown, by its type. */
export type CellLook = 'json' | 'array' | 'bytes' | 'text';

export function cellLook(type: string): CellLook {
  if (type.endsWith('[]')) return 'array';
  if (type === 'json' || type === 'jsonb') return 'json';
  return type === 'bytea' ? 'bytes' : 'text';
}
