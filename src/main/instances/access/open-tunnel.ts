import type { Duplex } from 'node:stream';
import type { DockerClient } from '../../docker/docker-client.ts';

/**
 * Arguments: host, port. Copies both ways in one process and ends with whichever side ends first. A server that listens
 * on its unix socket only (`listen_addresses=''`) is taken once it is the container's first process: before that it is
 * the temporary server of the initialisation, which nobody may use.
 */
const throughPerl = `
use IO::Select; use IO::Socket::INET; use IO::Socket::UNIX;
my ($host, $port) = @ARGV;
my $server = IO::Socket::INET->new(PeerAddr => $host, PeerPort => $port);
open(my $comm, '<', '/proc/1/comm');
if (!$server && <$comm> eq "postgres\\n") {
  for my $directory ('/var/run/postgresql', '/run/postgresql', '/tmp') {
    $server ||= IO::Socket::UNIX->new(Peer => "$directory/.s.PGSQL.$port");
  }
}
exit 1 if !$server;
my $select = IO::Select->new($server, \\*STDIN);
while (1) {
  for my $from ($select->can_read) {
    sysread($from, my $bytes, 65536) or exit 0;
    my $to = $from == $server ? \\*STDOUT : $server;
    for (my $sent = 0; $sent < length $bytes;) {
      $sent += syswrite($to, $bytes, length($bytes) - $sent, $sent) // exit 1;
    }
  }
}`;

/**
 * The same with two copies of cat. They are waited for at any price: left alone they would become children of process 1,
 * and Postgres takes an unknown child that dies by a signal for a crashed backend and restarts all of them.
 */
const throughBash = `
trap : TERM HUP INT PIPE
exec 3<>"/dev/tcp/$1/$2" 4<&0 || exit 1
cat <&3 & reader=$!
cat <&4 >&3 & writer=$!
wait -n
kill "$reader" "$writer" 2>/dev/null
wait "$reader"; wait "$writer"`;

/** Debian's Postgres images have perl and bash but no nc, Alpine's have busybox's nc and neither of the others. */
const script = `
if command -v perl >/dev/null 2>&1; then exec perl -e "$3" "$1" "$2"; fi
if command -v bash >/dev/null 2>&1; then exec bash -c "$4" tunnel "$1" "$2"; fi
exec nc "$1" "$2"`;

/**
 * A byte stream to the server inside a container, over `docker exec`: works with remote engines and unpublished ports.
 * The stream ends at once when nothing listens. Proves no password: inside, 127.0.0.1 is often `trust`.
 * @throws AppFailure `not-found`, `engine-refused` (not running), `engine-unreachable`
 */
export function openTunnel(docker: DockerClient, containerId: string, port: number): Promise<Duplex> {
  const argv = ['sh', '-c', script, 'tunnel', '127.0.0.1', String(port), throughPerl, throughBash];
  return docker.execDuplex(containerId, argv);
}
