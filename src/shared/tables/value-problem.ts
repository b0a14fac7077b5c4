/** What is certainly wrong with a value, before the server is asked. */
export type ValueProblem =
  | { problem: 'required' }
  /** In characters. */
  | { problem: 'too-long'; most: number; length: number }
  /** PostgreSQL stores no U+0000 in texts. */
  | { problem: 'zero-character' }
  | { problem: 'not-whole-number' }
  | { problem: 'out-of-range'; least: string; most: string }
  | { problem: 'not-number' }
  /** Too many digits before the point: `digits` are allowed; below one, zeros must follow the point. */
  | { problem: 'too-big'; digits: number }
  | { problem: 'no-infinity' }
  | { problem: 'not-boolean' }
  | { problem: 'not-uuid' }
  | { problem: 'not-json' }
  | { problem: 'not-a-label' }
  | { problem: 'not-bytes' }
  | { problem: 'not-array' }
  | { problem: 'not-date' }
  | { problem: 'not-time' }
  | { problem: 'empty' };
