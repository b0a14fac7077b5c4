import type { ContainerRow } from '../../../../shared/contract/containers.ts';
import type { ChipIcon, Tone } from '../../components/status-chip.tsx';

export const containerLooks: Readonly<Record<ContainerRow['state'], readonly [Tone, ChipIcon]>> = {
  created: ['idle', 'ring'],
  running: ['ok', 'dot'],
  paused: ['warn', 'ring'],
  restarting: ['warn', 'pulse'],
  removing: ['idle', 'pulse'],
  exited: ['idle', 'ring'],
  dead: ['bad', 'warning'],
};
