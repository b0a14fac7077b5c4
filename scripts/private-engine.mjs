import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startInBackground } from './lib/background-process.mjs';
import { pingEngine } from './lib/engine-discovery.mjs';
import { freePrefix } from './lib/free-subnet.mjs';
import { lastLines } from './lib/last-lines.mjs';
import { pollUntil } from './lib/poll.mjs';
import { run } from './lib/run.mjs';
import { say } from './lib/say.mjs';
import { clearAway, clearAwayLeftovers } from './private-engine/clear-away.mjs';
import { containerdConfig } from './private-engine/containerd-config.mjs';
import { openFirewall } from './private-engine/firewall.mjs';
import { writeRecord } from './private-engine/records.mjs';

const START_TIMEOUT_MS = 60_000;

/**
 * Starts an engine that shares nothing with the one of the system: own socket, data, containerd, network bridge
 * and control group. The daemon writes no firewall rules, since it leaves them behind when it ends; the one that is
 * needed is ours. Needs root, dockerd and `ip`.
 * Resolves with `{ address, from, endpoint, stop() }`; `stop` removes all of it.
 */
export async function startPrivateEngine() {
  await clearAwayLeftovers();
  // Short, because the path of a unix socket may have no more than 107 characters.
  const folder = mkdtempSync(join(tmpdir(), 'howdah-'));
  const name = `howdah-${process.pid}`;
  const record = { owner: process.pid, folder, bridge: name, cgroup: name, processes: [] };
  say(`starting a private engine below ${folder}; it ends with this run`);
  writeRecord(record);
  try {
    const prefix = freePrefix();
    record.subnet = `${prefix}.0.0/16`;
    writeRecord(record);
    await addBridge(record.bridge, prefix);
    await openFirewall(record.subnet);
    await startContainerd(record);
    await startDaemon(record, prefix);
  } catch (error) {
    await clearAway(record);
    throw error;
  }
  const socketPath = join(folder, 'docker.sock');
  return {
    address: `unix://${socketPath}`,
    from: 'this run',
    endpoint: { socketPath },
    stop: () => clearAway(record),
  };
}

async function addBridge(bridge, prefix) {
  await run('ip', ['link', 'add', bridge, 'type', 'bridge']);
  await run('ip', ['address', 'add', `${prefix}.0.1/24`, 'dev', bridge]);
  await run('ip', ['link', 'set', bridge, 'up']);
}

async function startContainerd(record) {
  const config = join(record.folder, 'containerd.toml');
  writeFileSync(config, containerdConfig(record.folder));
  await startAndWait(record, 'containerd', ['--config', config], async () => {
    const address = join(record.folder, 'containerd.sock');
    return await run('ctr', ['--address', address, 'version'], { timeoutMs: 5000 }).then(
      () => true,
      () => false,
    );
  });
}

async function startDaemon(record, prefix) {
  const at = (name) => join(record.folder, name);
  const args = [
    ...['--host', `unix://${at('docker.sock')}`, '--containerd', at('containerd.sock')],
    ...['--data-root', at('data'), '--exec-root', at('exec'), '--pidfile', at('docker.pid')],
    // An empty file: /etc/docker/daemon.json belongs to the system's engine.
    ...['--config-file', at('daemon.json')],
    ...['--bridge', record.bridge, '--default-address-pool', `base=${prefix}.128.0/17,size=24`],
    ...['--cgroup-parent', `/${record.cgroup}`, '--exec-opt', 'native.cgroupdriver=cgroupfs'],
    ...['--iptables=false', '--ip6tables=false', '--ip-forward=false', '--ip-masq=false'],
  ];
  writeFileSync(at('daemon.json'), '{}');
  await startAndWait(record, 'dockerd', args, () =>
    pingEngine({ socketPath: at('docker.sock') }).then(
      () => true,
      () => false,
    ),
  );
}

async function startAndWait(record, command, args, answers) {
  const logFile = join(record.folder, `${command}.log`);
  const started = startInBackground(command, args, { logFile });
  if (started.pid !== undefined) record.processes.push(started.pid);
  writeRecord(record);
  await pollUntil(
    `an answer of ${command}`,
    () => {
      const end = started.ended();
      if (end) throw new Error(`${command} did not start (${end}):\n${lastLines(logFile)}`);
      return answers();
    },
    { timeoutMs: START_TIMEOUT_MS },
  );
}
