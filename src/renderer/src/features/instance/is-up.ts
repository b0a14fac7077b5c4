import type { InstanceState } from '../../../../shared/contract/instances.ts';

/** Its container has a process: it can be stopped and measured, and cannot be started. */
export function isUp(state: InstanceState): boolean {
  switch (state) {
    case 'running':
    case 'starting':
    case 'initialising':
    case 'unhealthy':
    case 'restarting':
    case 'crash-loop':
    case 'paused':
      return true;
    case 'stopped':
    case 'created':
    case 'removing':
    case 'dead':
      return false;
  }
}
