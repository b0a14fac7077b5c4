import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import { useFormatter, useTranslations } from 'use-intl';
import type { VolumeRow } from '../../../../shared/contract/volumes.ts';
import { filterVolumes, type VolumeFilter, volumeFilters } from './volume-filter.ts';
import styles from './volumes-page.module.css';

interface VolumeFilterBarProps {
  rows: readonly VolumeRow[];
  filter: VolumeFilter;
  onChange: (filter: VolumeFilter) => void;
}

export function VolumeFilterBar({ rows, filter, onChange }: VolumeFilterBarProps) {
  const t = useTranslations('volumes.filter');
  const format = useFormatter();
  return (
    <ToggleGroup
      className={styles.filters}
      aria-label={t('label')}
      value={[filter]}
      onValueChange={([next]) => next !== undefined && onChange(next)}
    >
      {volumeFilters.map((one) => (
        <Toggle key={one} value={one} aria-label={t(one)} className={styles.filter}>
          {t(one)}
          <span className={styles.count}>{format.number(filterVolumes(rows, one).length)}</span>
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
