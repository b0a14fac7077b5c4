import { useFormatter, useTranslations } from 'use-intl';
import { Link, useRoute } from 'wouter';
import { useContainers } from '../../api/containers.ts';
import { useInstances } from '../../api/instances.ts';
import { useVolumes } from '../../api/volumes.ts';
import styles from './rail.module.css';

type Place = 'instances' | 'containers' | 'volumes' | 'activity' | 'settings';

export function Rail() {
  const t = useTranslations('frame');
  return (
    <nav className={styles.rail} aria-label={t('main')}>
      <RailLink place="instances" count={useInstances().data?.length} />
      <RailLink place="containers" count={useContainers().data?.length} />
      <RailLink place="volumes" count={useVolumes().data?.length} />
      <RailLink place="activity" />
      <span className={styles.space} />
      <RailLink place="settings" />
    </nav>
  );
}

function RailLink({ place, count }: { place: Place; count?: number | undefined }) {
  const t = useTranslations('frame.place');
  const format = useFormatter();
  const [below] = useRoute(`/${place}/*?`);
  const [making] = useRoute('/new-instance');
  const here = below || (making && place === 'instances');
  return (
    <Link to={`/${place}`} className={styles.link} aria-current={here ? 'page' : undefined}>
      {t(place)}
      {count !== undefined && (
        <span className={styles.count} aria-hidden="true">
          {format.number(count)}
        </span>
      )}
    </Link>
  );
}
