const HOSTS = ['browser', 'electron'];

/**
 * Sorts the arguments of `npm start` into what the script itself needs and what the app gets unread (`forApp`).
 * Throws an Error that names an unknown host.
 */
export function parseStartArguments(args) {
  const forApp = args.filter((arg) => arg !== '--no-setup' && arg !== '--help' && !arg.startsWith('--host='));
  const wanted = args.findLast((arg) => arg.startsWith('--host='))?.slice('--host='.length);
  if (wanted !== undefined && !HOSTS.includes(wanted)) {
    throw new Error(`--host takes ${HOSTS.join(' or ')}, not "${wanted}"`);
  }
  return {
    help: args.includes('--help'),
    setup: !args.includes('--no-setup'),
    open: !args.includes('--no-open'),
    wanted,
    forApp,
  };
}
