import { useFormatter, useTranslations } from 'use-intl';
import type { Instance, LiveStats } from '../../../../shared/contract/instances.ts';
import { useStats } from '../../api/use-stats.ts';
import { Card } from '../../components/card.tsx';
import { KeyValues } from '../../components/key-values.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useByteSize } from '../../components/use-byte-size.ts';
import { isUp } from './is-up.ts';
import { Sparkline } from './sparkline.tsx';

const WINDOW_MS = 5 * 60_000;
/** A server at rest should look at rest: below this many percent the scale does not follow. */
const LEAST_TOP = 5;

/** What it takes at the moment. */
export function NowCard({ instance }: { instance: Instance }) {
  const t = useTranslations('instance.now');
  const running = isUp(instance.state) && instance.state !== 'crash-loop' && instance.state !== 'restarting';
  const readings = useStats(instance.id, running);
  return (
    <Card title={t('title')} aside={running && <span className="muted">{t('last')}</span>}>
      {running ? <Figures readings={readings} /> : <p className="muted">{t('notRunning')}</p>}
    </Card>
  );
}

function Figures({ readings }: { readings: readonly LiveStats[] }) {
  const t = useTranslations('instance.now');
  const format = useFormatter();
  const bytes = useByteSize();
  const last = readings.at(-1);
  const wait = <Skeleton widthPx={64} />;
  const percent = format.number(last?.cpuPercent ?? 0, { maximumFractionDigits: 1 });
  const points = readings.map(({ atMs, cpuPercent }) => ({ atMs, value: cpuPercent }));
  const top = Math.max(LEAST_TOP, ...points.map(({ value }) => value)) * 1.1;
  return (
    <>
      <KeyValues
        rows={[
          [
            t('cpu'),
            last === undefined ? wait : <Figure key="cpu" text={t('percent', { value: percent })} />,
          ],
          [t('memory'), last === undefined ? wait : <Figure key="memory" text={bytes(last.memoryBytes)} />],
          [t('connections'), last === undefined ? wait : <Connections key="connections" last={last} />],
        ]}
      />
      <Sparkline points={points} windowMs={WINDOW_MS} top={top} label={t('chart', { value: percent })} />
    </>
  );
}

function Figure({ text }: { text: string }) {
  return <span className="numeric">{text}</span>;
}

function Connections({ last: { connections, maxConnections } }: { last: LiveStats }) {
  const t = useTranslations('instance.now');
  if (connections === null) return <span className="muted">{t('unknownConnections')}</span>;
  if (maxConnections === null) return <Figure text={String(connections)} />;
  return <Figure text={t('of', { used: String(connections), limit: String(maxConnections) })} />;
}
