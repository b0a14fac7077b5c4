import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { VolumeRow } from '../../../../shared/contract/volumes.ts';
import { useInstances } from '../../api/instances.ts';
import { PlainText } from '../../components/plain-text.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { instancePath } from '../instance/instance-path.ts';
import styles from './volume-cards.module.css';

/** The containers that mount a volume, and where; instances as links. */
export function VolumeUsers({ volume }: { volume: VolumeRow }) {
  const t = useTranslations('volumes');
  const { data: instances } = useInstances();
  if (volume.usedBy.length === 0) return <p className="muted">{t('nobody')}</p>;
  return (
    <ul>
      {volume.usedBy.map(({ containerId, name, running, mountPath }) => (
        <li key={containerId} className={styles.user}>
          {instances?.some(({ id }) => id === containerId) === true ? (
            <Link to={instancePath(name)}>
              <PlainText text={name} />
            </Link>
          ) : (
            <PlainText text={name} />
          )}
          <StatusChip tone={running ? 'ok' : 'idle'} icon={running ? 'dot' : 'ring'}>
            {t(running ? 'details.running' : 'details.stopped')}
          </StatusChip>
          <code>
            <PlainText text={t('details.mountedAt', { path: mountPath })} />
          </code>
        </li>
      ))}
    </ul>
  );
}
