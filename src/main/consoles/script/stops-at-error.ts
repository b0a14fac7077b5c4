import type { RunState } from './run-state.ts';

const on = /^(?:on|1|t|tr|tru|true|y|ye|yes)$/i;

/**
 * Whether an error ends the run: always where it is one transaction; else as a script says by `\set ON_ERROR_STOP`, or
 * as the person chose.
 */
export function stopsAtError({ host, oneTransaction }: RunState): boolean {
  const said = host.variables.get('ON_ERROR_STOP');
  if (oneTransaction) return true;
  return said === undefined ? host.onError === 'stop' : on.test(said);
}
