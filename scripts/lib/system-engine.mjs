import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { availablePackage, canInstallPackages, hasCommand, installPackages } from './apt.mjs';
import { isAlive, startInBackground } from './background-process.mjs';
import { cacheFolder } from './cache-folder.mjs';
import { findEngine, pingEngine } from './engine-discovery.mjs';
import { lastLines } from './last-lines.mjs';
import { pollUntil } from './poll.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

const ENDPOINT = { socketPath: '/var/run/docker.sock' };
const PID_FILE = '/var/run/docker.pid';
const START_TIMEOUT_MS = 60_000;

/** What to do where the engine cannot be set up from here, for one platform. */
export function engineAdvice(platform = process.platform) {
  if (platform === 'darwin') return 'install Docker Desktop, OrbStack or Colima, and start it';
  if (platform === 'win32') return 'install Docker Desktop, and start it';
  return 'install Docker Engine (on Debian and Ubuntu: sudo apt-get install docker.io) and start it';
}

/** Installs docker.io, unless it is there already. */
export async function installEngine(why) {
  if (hasCommand('dockerd') && hasCommand('docker')) return;
  // From Debian 13 on the docker command is a package of its own.
  const wanted = hasCommand('docker') ? [] : [await availablePackage('docker-cli')];
  await installPackages(['docker.io', ...wanted.filter(Boolean)], why);
}

/**
 * Makes the system's own engine run, installing it where that is possible, and resolves with it. It goes on
 * running after the app: its containers are people's databases. Resolves with undefined where it cannot be done.
 */
export async function setUpSystemEngine() {
  if (!canInstallPackages()) return undefined;
  await installEngine('the container engine');
  await startSystemEngine();
  const { engine } = await findEngine();
  return engine;
}

async function startSystemEngine() {
  if (isDaemonAlive()) {
    await untilAnswers(() => undefined);
  } else if (existsSync('/run/systemd/system')) {
    say('starting docker with systemctl (stop it with: systemctl stop docker.socket docker)');
    await run('systemctl', ['start', 'docker']);
    await untilAnswers(() => undefined);
  } else if (initIsSysv()) {
    say('starting docker with its init script (stop it with: service docker stop)');
    await run('service', ['docker', 'start']);
    await untilAnswers(() => undefined);
  } else {
    await startDaemon();
  }
}

/** No init system looks after it, so it is started like any other background process. */
async function startDaemon() {
  const folder = cacheFolder();
  mkdirSync(folder, { recursive: true });
  const logFile = join(folder, 'dockerd.log');
  say(`starting dockerd in the background, its log is ${logFile}`);
  const daemon = startInBackground('dockerd', [], { logFile });
  await untilAnswers(() => {
    const end = daemon.ended();
    if (end) throw new Error(`dockerd did not start (${end}):\n${lastLines(logFile)}`);
  });
  say(
    `dockerd runs as process ${daemon.pid} and goes on running after Howdah; stop it with: kill ${daemon.pid}`,
  );
}

function untilAnswers(check) {
  const answers = () => {
    check();
    return pingEngine(ENDPOINT).then(
      () => true,
      () => false,
    );
  };
  return pollUntil('an answer of dockerd', answers, { timeoutMs: START_TIMEOUT_MS, everyMs: 200 });
}

function isDaemonAlive() {
  return existsSync(PID_FILE) && isAlive(Number(readFileSync(PID_FILE, 'utf8')));
}

function initIsSysv() {
  return existsSync('/etc/init.d/docker') && readFileSync('/proc/1/comm', 'utf8').trim() === 'init';
}
