import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Claim, claimDataDirectory } from './claim-data-directory.ts';
import { Launcher } from './launcher.ts';
import { launcherDir, launcherPipe } from './launcher-address.ts';
import type { LauncherLink } from './launcher-link.ts';

let dir: string;
let open: { dispose(): unknown }[];
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'howdah-claim-'));
  open = [];
});
afterEach(async () => {
  for (const one of open) await one.dispose();
  await rm(dir, { recursive: true });
});

function keep(claim: Claim): Launcher | LauncherLink {
  const held = claim.role === 'first' ? claim.launcher : claim.link;
  open.push(held);
  return held;
}

async function claimFirst(dataDir = dir): Promise<Launcher> {
  const claim = await claimDataDirectory(dataDir);
  keep(claim);
  if (claim.role !== 'first') throw new Error('another process is the first');
  return claim.launcher;
}

async function claimSecond(dataDir = dir): Promise<LauncherLink> {
  const claim = await claimDataDirectory(dataDir);
  keep(claim);
  if (claim.role !== 'second') throw new Error('there was no first');
  return claim.link;
}

const sockets = async (): Promise<string[]> =>
  (await readdir(join(dir, 'run'))).map((name) => join(dir, 'run', name));

/** A socket whose process is gone. */
async function leaveDeadSocket(): Promise<void> {
  await mkdir(join(dir, 'run'), { recursive: true, mode: 0o700 });
  const script =
    "require('node:net').createServer().listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))";
  await once(spawn(process.execPath, ['-e', script, join(dir, 'run', '1-dead.sock')]), 'exit');
  expect(await sockets()).toHaveLength(1);
}

describe.skipIf(process.platform === 'win32')('one process per data directory', () => {
  test('a later start gets an address from the first, and hears that the page has arrived', async () => {
    const first = await claimFirst();
    const second = await claimSecond();
    let redeem = (): void => undefined;
    const redeemed = new Promise<void>((resolve) => {
      redeem = resolve;
    });
    const wanted = second.newTicket();
    first.serve(() => ({ url: 'http://127.0.0.1:1/howdah/#token=a', redeemed }));
    const ticket = await wanted;
    expect(ticket.url).toBe('http://127.0.0.1:1/howdah/#token=a');
    redeem();
    await ticket.redeemed;
    expect(await second.newTicket()).toMatchObject({ url: ticket.url });
  });

  test('the socket and its folder are for their owner only', async () => {
    await mkdir(join(dir, 'run'));
    await chmod(join(dir, 'run'), 0o777);
    await claimFirst();
    const [socket = ''] = await sockets();
    expect((await stat(socket)).mode & 0o777).toBe(0o600);
    expect((await stat(join(dir, 'run'))).mode & 0o777).toBe(0o700);
  });

  test('what a killed process left is cleared away', async () => {
    await leaveDeadSocket();
    await writeFile(join(dir, 'run', '2-stray.sock'), '');
    await claimFirst();
    await claimSecond();
    expect(await sockets()).toHaveLength(1);
  });

  test('of many starts at once exactly one is the first, whatever was left there', async () => {
    await leaveDeadSocket();
    for (let round = 0; round < 20; round += 1) {
      const claims = await Promise.all(Array.from({ length: 8 }, () => claimDataDirectory(dir)));
      expect(claims.filter(({ role }) => role === 'first')).toHaveLength(1);
      for (const claim of claims) await keep(claim).dispose();
    }
  });

  test('waits for one that has not decided, and takes over when it gives way', async () => {
    await mkdir(join(dir, 'run'), { recursive: true, mode: 0o700 });
    const undecided = await Launcher.openSocket(join(dir, 'run', '0-undecided.sock'));
    const claim = claimDataDirectory(dir);
    await undecided.dispose();
    expect((await claim).role).toBe('first');
    keep(await claim);
  });

  test('once the first is gone the next start is the first, and nothing is left', async () => {
    const first = await claimFirst();
    await first.dispose();
    expect(await sockets()).toEqual([]);
    await claimFirst();
  });

  test('a start that waits hears that the first has ended', async () => {
    const first = await claimFirst();
    const second = await claimSecond();
    const wanted = second.newTicket();
    await first.dispose();
    await expect(wanted).rejects.toThrow('ended');
  });

  test('anything but the question ends the connection', async () => {
    const first = await claimFirst();
    first.serve(() => ({ url: 'http://127.0.0.1:1/', redeemed: new Promise(() => {}) }));
    const [path = ''] = await sockets();
    for (const line of ['{"ask":"everything"}', 'garbage', '[]']) {
      const socket = connect(path);
      const seen: string[] = [];
      socket.on('data', (data) => seen.push(String(data)));
      socket.write(`${line}\n`);
      await once(socket, 'close');
      expect(seen.join('')).not.toContain('ticket');
    }
    await (await claimSecond()).newTicket();
  });

  test('a path too long for a socket works too', async () => {
    const deep = join(dir, 'a-long-name'.repeat(12));
    await claimFirst(deep);
    await claimSecond(deep);
    await rm(launcherDir(deep), { recursive: true });
  });
});

test('on Windows it is a named pipe', () => {
  expect(launcherPipe('C:\\data')).toMatch(/^\\\\\.\\pipe\\howdah-.+-[0-9a-f]{16}$/);
});
