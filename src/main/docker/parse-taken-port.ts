const taken =
  /port is already allocated|address already in use|only one usage of each socket address|ports are not available|forbidden by its access permissions|proxy already running/i;

const host = String.raw`(?:\[[^\]]*\]|[^\s:[\]]*)`;
const portPatterns: readonly RegExp[] = [
  new RegExp(String.raw`bind for ${host}:(\d+)`, 'i'),
  new RegExp(String.raw`listen (?:tcp|udp)[46]? ${host}:(\d+)`, 'i'),
  new RegExp(String.raw`bind (?:host )?port (?:for )?${host}:(\d+)`, 'i'),
  new RegExp(String.raw`exposing port \w+ ${host}:(\d+)`, 'i'),
  /bind (?:host )?port (\d+)/i,
];

/** The host port that the engine could not publish, or null when the message is about something else. */
export function parseTakenPort(message: string): number | null {
  if (!taken.test(message)) return null;
  for (const pattern of portPatterns) {
    const port = pattern.exec(message)?.[1];
    if (port !== undefined) return Number(port);
  }
  return null;
}
