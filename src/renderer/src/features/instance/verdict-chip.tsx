import { useTranslations } from 'use-intl';
import type { StorageVerdict } from '../../../../shared/contract/instances.ts';
import { StatusChip, type Tone } from '../../components/status-chip.tsx';

const TONES: Readonly<Record<StorageVerdict, Tone>> = {
  kept: 'ok',
  'orphaned-on-removal': 'warn',
  'not-protected': 'bad',
  'memory-only': 'idle',
};

/** Whether the data lasts. */
export function VerdictChip({ verdict }: { verdict: StorageVerdict }) {
  const t = useTranslations('instance.verdict');
  return <StatusChip tone={TONES[verdict]}>{t(verdict)}</StatusChip>;
}
