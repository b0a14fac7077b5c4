import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { Instance } from '../../../../shared/contract/instances.ts';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import { instancePath } from '../instance/instance-path.ts';
import { VerdictChip } from '../instance/verdict-chip.tsx';
import { InstanceAddress } from './instance-address.tsx';
import { InstanceRowActions } from './instance-row-actions.tsx';
import { InstanceStateCell } from './instance-state-cell.tsx';
import styles from './instances-table.module.css';
import { StorageSource } from './storage-source.tsx';

export function InstancesTable({ instances }: { instances: readonly Instance[] }) {
  const t = useTranslations('instances');
  const verdictWhy = useTranslations('instances.verdictWhy');
  const columns: Column<Instance>[] = [
    {
      key: 'name',
      header: t('column.name'),
      width: '24%',
      clip: true,
      sortBy: ({ name }) => name,
      cell: (instance) => <NameCell instance={instance} />,
    },
    {
      key: 'state',
      header: t('column.state'),
      width: '26%',
      clip: true,
      sortBy: ({ state }) => state,
      cell: (instance) => <InstanceStateCell instance={instance} />,
    },
    {
      key: 'version',
      header: t('column.version'),
      sortBy: ({ major, version }) => version ?? `${major ?? ''}`,
      cell: (instance) => <VersionCell instance={instance} />,
    },
    {
      key: 'address',
      header: t('column.address'),
      sortBy: ({ addresses }) => addresses[0]?.hostPort ?? 0,
      cell: (instance) => <InstanceAddress instance={instance} />,
    },
    {
      key: 'data',
      header: t('column.data'),
      width: '24%',
      clip: true,
      sortBy: ({ storage }) => storage.verdict,
      cell: ({ storage }) => (
        <span title={verdictWhy(storage.verdict)}>
          <VerdictChip verdict={storage.verdict} />
          <StorageSource storage={storage} />
        </span>
      ),
    },
    {
      key: 'actions',
      header: t('column.actions'),
      hiddenHeader: true,
      align: 'end',
      cell: (instance) => <InstanceRowActions instance={instance} />,
    },
  ];
  return <DataTable label={t('title')} columns={columns} rows={instances} rowKey={({ id }) => id} />;
}

function NameCell({ instance }: { instance: Instance }) {
  const t = useTranslations('instances');
  const { name, origin } = instance;
  return (
    <>
      <Link to={instancePath(name)} className={styles.name} title={name}>
        <PlainText text={name} />
      </Link>
      <span className={styles.small}>
        {origin.kind === 'compose' ? (
          <>
            {t('stack')} <PlainText text={origin.project} />
          </>
        ) : (
          t(origin.kind === 'howdah' ? 'madeHere' : 'byHand')
        )}
      </span>
    </>
  );
}

function VersionCell({ instance }: { instance: Instance }) {
  const t = useTranslations('instances');
  const { version, major, variant, builtLocally } = instance;
  const shown = [version ?? major ?? '', variant ?? ''].join(' ').trim();
  return (
    <span title={instance.image}>
      <PlainText text={shown} />
      {builtLocally && <span className={styles.small}>{t('builtLocally')}</span>}
    </span>
  );
}
