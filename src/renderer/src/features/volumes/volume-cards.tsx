import { useTranslations } from 'use-intl';
import type { VolumeRow } from '../../../../shared/contract/volumes.ts';
import { ByteSize } from '../../components/byte-size.tsx';
import { Card } from '../../components/card.tsx';
import { CommandBlock } from '../../components/command-block.tsx';
import { KeyValues } from '../../components/key-values.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import styles from './volume-cards.module.css';
import { VolumeContentText } from './volume-content-text.tsx';
import { VolumeUsers } from './volume-users.tsx';

interface VolumeCardsProps {
  volume: VolumeRow;
  sizeBytes: number | undefined;
}

export function VolumeCards({ volume, sizeBytes }: VolumeCardsProps) {
  const t = useTranslations('volumes');
  return (
    <>
      <div className={styles.grid}>
        <Card title={t('details.volume')}>
          <KeyValues
            rows={[
              [
                t('column.size'),
                sizeBytes === undefined ? (
                  <Skeleton key="size" widthPx={56} />
                ) : (
                  <ByteSize key="size" bytes={sizeBytes} />
                ),
              ],
              [t('column.holds'), <VolumeContentText key="holds" volume={volume} />],
              [
                t('column.created'),
                volume.createdAtMs === null ? null : <RelativeTime key="created" atMs={volume.createdAtMs} />,
              ],
              [t('details.driver'), <PlainText key="driver" text={volume.driver} />],
              [t('details.madeBy'), <MadeBy key="origin" volume={volume} />],
              [t('column.verdict'), t(`verdictWhy.${volume.verdict}`)],
              [
                t('filter.restore-points'),
                volume.restorePointOf && t('ofInstance', { instance: volume.restorePointOf }),
              ],
            ]}
          />
        </Card>
        <Card title={t('details.usedBy')}>
          <VolumeUsers volume={volume} />
        </Card>
        <PairsCard title={t('details.labels')} pairs={volume.labels} />
        <PairsCard title={t('details.options')} pairs={volume.options} />
      </div>
      <Card title={t('details.byHand')}>
        <CommandBlock command={`docker volume inspect ${volume.name}`} />
      </Card>
    </>
  );
}

function MadeBy({ volume }: { volume: VolumeRow }) {
  const t = useTranslations('volumes.details');
  switch (volume.origin.kind) {
    case 'howdah':
      return t('madeByHowdah');
    case 'compose':
      return (
        <>
          {t('stack')} <PlainText text={volume.origin.project} />
        </>
      );
    case 'other':
      return t('madeByOther');
  }
}

function PairsCard({ title, pairs }: { title: string; pairs: Readonly<Record<string, string>> }) {
  const entries = Object.entries(pairs);
  if (entries.length === 0) return null;
  return (
    <Card title={title}>
      <dl className={styles.pairs}>
        {entries.map(([key, value]) => (
          <div key={key} className={styles.pair}>
            <dt>
              <code className="muted">
                <PlainText text={key} />
              </code>
            </dt>
            <dd>
              <code>
                <PlainText text={value} multiline />
              </code>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
