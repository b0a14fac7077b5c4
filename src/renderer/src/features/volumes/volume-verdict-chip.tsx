import { useTranslations } from 'use-intl';
import type { VolumeRow } from '../../../../shared/contract/volumes.ts';
import { type ChipIcon, StatusChip, type Tone } from '../../components/status-chip.tsx';

const looks: Readonly<Record<VolumeRow['verdict'], readonly [Tone, ChipIcon]>> = {
  'in-use': ['ok', 'dot'],
  orphan: ['warn', 'warning'],
  'restore-point': ['accent', 'ring'],
  unused: ['idle', 'ring'],
};

/** Whether a volume is still wanted, and by whom. */
export function VolumeVerdictChip({ verdict }: { verdict: VolumeRow['verdict'] }) {
  const t = useTranslations('volumes');
  const [tone, icon] = looks[verdict];
  return (
    <StatusChip tone={tone} icon={icon} state={verdict} title={t(`verdictWhy.${verdict}`)}>
      {t(`verdict.${verdict}`)}
    </StatusChip>
  );
}
