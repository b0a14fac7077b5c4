import type { Duplex } from 'node:stream';
import type { DockerClient } from '../docker/docker-client.ts';

/**
 * Both directions by bash's /dev/tcp; ends with whichever side ends first. Debian's Postgres images have bash but no nc.
 */
const throughBash = `
exec 3<>"/dev/tcp/$1/$2" 4<&0 || exit 1
cat <&3 & reader=$!
cat <&4 >&3 & writer=$!
wait -n
kill "$reader" "$writer" 2>/dev/null`;

/**
 * A server that listens on its unix socket only (`listen_addresses=''`). Only once it is the container's first process:
 * before, it is the temporary server of the initialisation, which nobody may use.
 */
const throughSocket = `
use IO::Socket::UNIX; use IO::Select;
my $s = IO::Socket::UNIX->new(Peer => shift) or exit 1;
my $select = IO::Select->new($s, \\*STDIN);
while (1) {
  for my $from ($select->can_read) {
    sysread($from, my $bytes, 65536) or exit 0;
    my $to = $from == $s ? \\*STDOUT : $s;
    for (my $sent = 0; $sent < length $bytes;) {
      $sent += syswrite($to, $bytes, length($bytes) - $sent, $sent) // exit 1;
    }
  }
}`;

/** Arguments: host, port, the bash part, the perl part. Alpine's images have busybox's nc and neither of the others. */
const script = `
if command -v bash >/dev/null 2>&1 && (exec bash -c 'exec 3<>"/dev/tcp/$1/$2"' probe "$1" "$2") 2>/dev/null; then
  exec bash -c "$3" tunnel "$1" "$2"
fi
read -r first </proc/1/comm
for directory in /var/run/postgresql /run/postgresql /tmp; do
  socket="$directory/.s.PGSQL.$2"
  if [ "$first" = postgres ] && [ -S "$socket" ] && command -v perl >/dev/null 2>&1; then
    exec perl -e "$4" "$socket"
  fi
done
exec nc "$1" "$2"`;

/**
 * A byte stream to the server inside a container, over `docker exec`: works with remote engines and unpublished ports.
 * The stream ends at once when nothing listens. Proves no password: inside, 127.0.0.1 is often `trust`.
 * @throws AppFailure `not-found`, `engine-refused` (not running), `engine-unreachable`
 */
export function openTunnel(docker: DockerClient, containerId: string, port: number): Promise<Duplex> {
  const argv = ['sh', '-c', script, 'tunnel', '127.0.0.1', String(port), throughBash, throughSocket];
  return docker.execDuplex(containerId, argv);
}
