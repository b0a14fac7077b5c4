import type { EngineStatus } from '../../../../shared/contract/engine.ts';

/** What to type on each kind of system to get an engine; the first way that is usual there. */
export const adviceCommands: Readonly<Record<EngineStatus['advice'], readonly string[]>> = {
  'linux-apt': ['sudo apt-get install docker.io', 'sudo systemctl enable --now docker'],
  'linux-other': ['sudo systemctl enable --now docker'],
  macos: ['brew install colima docker && colima start'],
  windows: ['winget install Docker.DockerDesktop'],
};

/** Pages of the allow-list of `host.openUrl`. */
export const adviceUrl = 'https://docs.docker.com/engine/install/';
