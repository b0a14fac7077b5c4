import { useFormatter, useTranslations } from 'use-intl';
import { PlainText } from '../../components/plain-text.tsx';
import { readStatus, type StatusUnit } from './read-status.ts';

const unitMs: Readonly<Record<StatusUnit, number>> = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
  month: 2_629_800_000,
  year: 31_557_600_000,
};

/** For how long it has been up, or how and when it ended. */
export function ContainerStatus({ status }: { status: string }) {
  const t = useTranslations('containers');
  const format = useFormatter();
  const facts = readStatus(status);
  if (facts === null) return <PlainText text={status} />;
  const { exitCode, count, unit, health } = facts;
  if (exitCode !== null) {
    const ago = format.relativeTime(-count * unitMs[unit], { now: 0, unit });
    return t('ended', { code: exitCode, ago });
  }
  const up = t('up', { duration: format.number(count, { style: 'unit', unit, unitDisplay: 'long' }) });
  return health === null ? up : `${up} · ${t(`health.${health}`)}`;
}
