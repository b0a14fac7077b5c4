import { placeOf, type Stretch, words } from './stretch.ts';

export type TransactionControl =
  | 'begin'
  | 'commit'
  | 'rollback'
  | 'savepoint'
  | 'release'
  | 'rollback-to'
  | 'prepare'
  | 'commit-prepared'
  | 'rollback-prepared'
  | 'set';

/** What a statement does to the transaction; null: nothing. */
export function transactionControl(stretch: Stretch): TransactionControl | null {
  const second = words(stretch, 2);
  switch (words(stretch, 1)) {
    case 'begin':
      return 'begin';
    case 'start':
      return second === 'start transaction' ? 'begin' : null;
    case 'commit':
      return second === 'commit prepared' ? 'commit-prepared' : 'commit';
    case 'end':
      return 'commit';
    case 'abort':
      return 'rollback';
    case 'rollback':
      if (second === 'rollback prepared') return 'rollback-prepared';
      return placeOf(stretch, ['to']) < stretch.tokens.length ? 'rollback-to' : 'rollback';
    case 'savepoint':
      return 'savepoint';
    case 'release':
      return 'release';
    case 'prepare':
      return second === 'prepare transaction' ? 'prepare' : null;
    case 'set':
      return /^set (?:local |session )?transaction /.test(`${words(stretch, 3)} `) ? 'set' : null;
    default:
      return null;
  }
}

const readOnlySetting = /^(?:default_)?transaction_read_only$/;

/**
 * Whether a statement would end what makes a session read-only: `READ WRITE`, the settings themselves, or a reset of all
 * settings. A function that is called may do it too.
 */
export function asksReadWrite(stretch: Stretch): boolean {
  const { tokens, text } = stretch;
  const verb = words(stretch, 1);
  const all = tokens.map(({ word }) => word);
  if (verb === 'discard' || verb === 'reset') {
    return all[1] === 'all' || all.some((word) => readOnlySetting.test(word));
  }
  if (/^(?:begin|start|set)$/.test(verb)) {
    if (all.some((word, index) => word === 'read' && all[index + 1] === 'write')) return true;
    return (
      verb === 'set' &&
      all.some((word) => readOnlySetting.test(word)) &&
      !/^(?:on|true|yes|1)$/.test(all.at(-1) ?? '')
    );
  }
  const names = tokens.some(({ start, end }) => readOnlySetting.test(text.slice(start + 1, end - 1)));
  return names && all.includes('set_config');
}
