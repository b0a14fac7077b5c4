const varHeaderBytes = 4;
const intervalFields: readonly (readonly [mask: number, name: string])[] = [
  [1 << 2, 'year'],
  [1 << 1, 'month'],
  [1 << 3, 'day'],
  [1 << 10, 'hour'],
  [1 << 11, 'minute'],
  [1 << 12, 'second'],
];

/**
 * The name of a built-in type with what its modifier says, as `format_type` has it: `character varying(100)`,
 * `numeric(10,2)`, `timestamp(3) with time zone`. By the `…typmodout` functions of the server.
 */
export function formatTypeModifier(name: string, modifier: number): string {
  if (modifier < 0) return name;
  switch (name) {
    case 'character varying':
      return `${name}(${modifier - varHeaderBytes})`;
    case 'bpchar':
      return `character(${modifier - varHeaderBytes})`;
    case '"bit"':
      return `bit(${modifier})`;
    case 'bit varying':
      return `${name}(${modifier})`;
    case 'numeric':
      return `${name}${numericModifier(modifier - varHeaderBytes)}`;
    case 'interval':
      return `${name}${intervalModifier(modifier)}`;
    case 'time without time zone':
    case 'time with time zone':
    case 'timestamp without time zone':
    case 'timestamp with time zone':
      return name.replace(' ', `(${modifier}) `);
    default:
      return name;
  }
}

/** Precision above, scale in the lower eleven bits, which may be negative. */
function numericModifier(modifier: number): string {
  return `(${(modifier >> 16) & 0xffff},${((modifier & 0x7ff) ^ 1024) - 1024})`;
}

function intervalModifier(modifier: number): string {
  const fields = intervalFields.filter(([mask]) => ((modifier >> 16) & mask) !== 0).map(([, name]) => name);
  const [first, last] = [fields[0], fields.at(-1)];
  const precision = (modifier & 0xffff) === 0xffff ? '' : `(${modifier & 0xffff})`;
  if (fields.length === intervalFields.length) return precision;
  return ` ${first === last ? first : `${first} to ${last}`}${precision}`;
}
