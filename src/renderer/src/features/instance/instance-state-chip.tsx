import { useTranslations } from 'use-intl';
import type { Instance, InstanceState } from '../../../../shared/contract/instances.ts';
import { type ChipIcon, StatusChip, type Tone } from '../../components/status-chip.tsx';

const LOOKS: Readonly<Record<InstanceState, readonly [Tone, ChipIcon]>> = {
  running: ['ok', 'dot'],
  starting: ['accent', 'pulse'],
  initialising: ['accent', 'pulse'],
  unhealthy: ['bad', 'warning'],
  'crash-loop': ['bad', 'warning'],
  restarting: ['warn', 'pulse'],
  paused: ['warn', 'ring'],
  stopped: ['idle', 'ring'],
  created: ['idle', 'ring'],
  removing: ['idle', 'pulse'],
  dead: ['bad', 'warning'],
};

/** State and health of an instance, as icon and words. */
export function InstanceStateChip({ instance }: { instance: Pick<Instance, 'state' | 'health'> }) {
  const t = useTranslations('instance');
  const [tone, icon] = LOOKS[instance.state];
  const healthy = instance.state === 'running' && instance.health === 'healthy';
  return (
    <StatusChip tone={tone} icon={icon} state={instance.state}>
      {healthy ? `${t('state.running')} · ${t('healthy')}` : t(`state.${instance.state}`)}
    </StatusChip>
  );
}
