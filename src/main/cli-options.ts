import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface CliOptions {
  /** Open a window; false prints the URL instead. */
  open: boolean;
  /** Loopback port; 0 lets the system choose. */
  port: number;
  /** Everything Howdah keeps goes below this directory instead of the system's places. */
  dataDir: string | undefined;
  /** Browser to try first. */
  browser: string | undefined;
}

/**
 * Reads the command line of both hosts. `--host` is accepted and ignored: the start script has acted on it.
 * @throws Error naming the option that is unknown or has a bad value.
 */
export function parseCliOptions(args: readonly string[]): CliOptions {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: false,
    options: {
      'no-open': { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      'data-dir': { type: 'string' },
      browser: { type: 'string' },
      host: { type: 'string' },
    },
  });
  const port = Number(values.port);
  if (!/^\d{1,5}$/.test(values.port) || port > 65_535) {
    throw new Error(`--port takes a number from 0 to 65535, not "${values.port}"`);
  }
  return {
    open: !values['no-open'],
    port,
    dataDir: values['data-dir'] === undefined ? undefined : resolve(values['data-dir']),
    browser: values.browser,
  };
}
