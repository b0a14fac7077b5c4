import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { VolumeRow } from '../../../../shared/contract/volumes.ts';
import { useVolumeSizes } from '../../api/volumes.ts';
import { ByteSize } from '../../components/byte-size.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { VolumeContentText } from './volume-content-text.tsx';
import { volumePath } from './volume-path.ts';
import { VolumeRowMenu } from './volume-row-menu.tsx';
import { VolumeVerdictChip } from './volume-verdict-chip.tsx';
import styles from './volumes-table.module.css';

interface VolumesTableProps {
  /** All volumes: sizes are asked for once, whatever is shown. */
  all: readonly VolumeRow[];
  rows: readonly VolumeRow[];
}

export function VolumesTable({ all, rows }: VolumesTableProps) {
  const t = useTranslations('volumes');
  const sizes = useVolumeSizes(all);
  const columns: Column<VolumeRow>[] = [
    {
      key: 'name',
      header: t('column.name'),
      width: '28%',
      clip: true,
      sortBy: ({ name }) => name,
      cell: (volume) => <NameCell volume={volume} />,
    },
    {
      key: 'size',
      header: t('column.size'),
      // What comes later must not widen its column: the rest would jump.
      width: '84px',
      align: 'end',
      sortBy: ({ name }) => sizes.data?.[name] ?? -1,
      cell: ({ name }) => <SizeCell sizeBytes={sizes.data?.[name]} pending={sizes.isFetching} />,
    },
    {
      key: 'usedBy',
      header: t('column.usedBy'),
      width: '16%',
      clip: true,
      cell: (volume) => <UsedByCell volume={volume} />,
    },
    {
      key: 'holds',
      header: t('column.holds'),
      width: '156px',
      cell: (volume) => <VolumeContentText volume={volume} />,
    },
    {
      key: 'created',
      header: t('column.created'),
      width: '140px',
      sortBy: ({ createdAtMs }) => -(createdAtMs ?? 0),
      cell: ({ createdAtMs }) => createdAtMs !== null && <RelativeTime atMs={createdAtMs} />,
    },
    {
      key: 'verdict',
      header: t('column.verdict'),
      width: '164px',
      sortBy: ({ verdict }) => verdict,
      cell: ({ verdict }) => <VolumeVerdictChip verdict={verdict} />,
    },
    {
      key: 'actions',
      header: t('column.actions'),
      hiddenHeader: true,
      align: 'end',
      cell: (volume) => <VolumeRowMenu volume={volume} />,
    },
  ];
  return <DataTable label={t('title')} columns={columns} rows={rows} rowKey={({ name }) => name} />;
}

function NameCell({ volume }: { volume: VolumeRow }) {
  const t = useTranslations('volumes');
  const { name, anonymous, restorePointOf, origin } = volume;
  return (
    <>
      <Link to={volumePath(name)} className={styles.name} title={name}>
        <PlainText text={name} />
      </Link>
      {restorePointOf !== null && (
        <span className={styles.small}>{t('ofInstance', { instance: restorePointOf })}</span>
      )}
      {anonymous && <span className={styles.small}>{t('anonymous')}</span>}
      {origin.kind === 'compose' && (
        <span className={styles.small}>
          {t('details.stack')} <PlainText text={origin.project} />
        </span>
      )}
    </>
  );
}

function SizeCell({ sizeBytes, pending }: { sizeBytes: number | undefined; pending: boolean }) {
  if (sizeBytes !== undefined) return <ByteSize bytes={sizeBytes} />;
  return pending ? <Skeleton widthPx={56} /> : <span className={styles.faint}>–</span>;
}

function UsedByCell({ volume }: { volume: VolumeRow }) {
  const t = useTranslations('volumes');
  if (volume.usedBy.length === 0) return <span className={styles.faint}>{t('nobody')}</span>;
  return volume.usedBy.map(({ containerId, name }) => (
    <span key={containerId} className={styles.user}>
      <PlainText text={name} />
    </span>
  ));
}
