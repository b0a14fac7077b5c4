/** The command of `lsof -Fc`: lines `pPID`, `cCOMMAND`. */
export function parseLsof(output: string): string | null {
  return /^c(.+)$/m.exec(output)?.[1] ?? null;
}

/**
 * The process id of `netstat -ano` for a listening port. Words differ by language, columns do not: a listener's remote
 * port is 0.
 */
export function parseNetstat(output: string, port: number): number | null {
  for (const line of output.split(/\r?\n/)) {
    const [protocol, local = '', remote = '', ...rest] = line.trim().split(/\s+/);
    if (protocol !== 'TCP' || !local.endsWith(`:${port}`) || !remote.endsWith(':0')) continue;
    const pid = Number(rest.at(-1));
    if (Number.isInteger(pid) && pid > 0) return pid;
  }
  return null;
}

/** The image name of `tasklist /FO CSV /NH`. */
export function parseTasklist(output: string): string | null {
  return /^"([^"]+)","\d+"/m.exec(output)?.[1] ?? null;
}

/**
 * Inodes of the sockets that listen on a port, of /proc/net/tcp or tcp6 (state 0A is LISTEN):
 * https://www.kernel.org/doc/Documentation/networking/proc_net_tcp.txt
 */
export function parseListeningInodes(procNetTcp: string, port: number): string[] {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return procNetTcp
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => state === '0A' && local?.endsWith(wanted))
    .map((columns) => columns[9] ?? '')
    .filter((inode) => inode !== '' && inode !== '0');
}
