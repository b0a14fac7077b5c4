import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { ContainerRow } from '../../../../shared/contract/containers.ts';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { instancePath } from '../instance/instance-path.ts';
import { containerLooks } from './container-looks.ts';
import { ContainerRowActions } from './container-row-actions.tsx';
import { ContainerStatus } from './container-status.tsx';
import styles from './containers-table.module.css';
import { portTexts } from './port-texts.ts';

interface ContainersTableProps {
  containers: readonly ContainerRow[];
  onRemove: (container: ContainerRow) => void;
}

export function ContainersTable({ containers, onRemove }: ContainersTableProps) {
  const t = useTranslations('containers');
  const columns: Column<ContainerRow>[] = [
    {
      key: 'name',
      header: t('column.name'),
      width: '26%',
      clip: true,
      sortBy: ({ name }) => name,
      cell: (container) => <NameCell container={container} />,
    },
    {
      key: 'state',
      header: t('column.state'),
      width: '22%',
      clip: true,
      sortBy: ({ state }) => state,
      cell: (container) => <StateCell container={container} />,
    },
    {
      key: 'image',
      header: t('column.image'),
      width: '24%',
      clip: true,
      sortBy: ({ image }) => image,
      cell: ({ image }) => (
        <code className={styles.image} title={image}>
          <PlainText text={image} />
        </code>
      ),
    },
    { key: 'ports', header: t('column.ports'), cell: (container) => <PortsCell container={container} /> },
    {
      key: 'created',
      header: t('column.created'),
      sortBy: ({ createdAtMs }) => -createdAtMs,
      cell: ({ createdAtMs }) => <RelativeTime atMs={createdAtMs} />,
    },
    {
      key: 'actions',
      header: t('column.actions'),
      hiddenHeader: true,
      align: 'end',
      cell: (container) => <ContainerRowActions container={container} onRemove={() => onRemove(container)} />,
    },
  ];
  return <DataTable label={t('title')} columns={columns} rows={containers} rowKey={({ id }) => id} />;
}

function NameCell({ container }: { container: ContainerRow }) {
  const t = useTranslations('instances');
  const { name, origin, isPostgres } = container;
  return (
    <>
      {isPostgres ? (
        <Link to={instancePath(name)} className={styles.name}>
          <PlainText text={name} />
        </Link>
      ) : (
        <span className={styles.name}>
          <PlainText text={name} />
        </span>
      )}
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

function StateCell({ container }: { container: ContainerRow }) {
  const t = useTranslations('containers.state');
  const [tone, icon] = containerLooks[container.state];
  return (
    <>
      <StatusChip tone={tone} icon={icon} state={container.state}>
        {t(container.state)}
      </StatusChip>
      {container.state !== 'created' && (
        <span className={styles.small} title={container.status}>
          <ContainerStatus status={container.status} />
        </span>
      )}
    </>
  );
}

function PortsCell({ container }: { container: ContainerRow }) {
  const t = useTranslations('containers');
  const texts = portTexts(container.ports);
  if (texts.length === 0) return <span className={styles.faint}>{t('noPorts')}</span>;
  return texts.map((text) => (
    <code key={text} className={styles.port}>
      {text}
    </code>
  ));
}
