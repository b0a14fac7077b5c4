import { useTranslations } from 'use-intl';
import type { InstanceStorage } from '../../../../shared/contract/instances.ts';
import { PlainText } from '../../components/plain-text.tsx';
import styles from './instances-table.module.css';

/** Which volume or folder holds the data, or why none does. */
export function StorageSource({ storage }: { storage: InstanceStorage }) {
  const t = useTranslations('instances.source');
  const { kind, source, beside } = storage;
  if (beside !== null) {
    return (
      <span className={styles.small} title={beside.source}>
        {t('beside', { name: shortened(beside.source) })}
      </span>
    );
  }
  switch (kind) {
    case 'named-volume':
    case 'folder':
      return (
        <span className={styles.mono} title={source ?? undefined}>
          <PlainText text={source ?? ''} />
        </span>
      );
    case 'anonymous-volume':
      return (
        <span className={styles.mono} title={source ?? undefined}>
          {t('anonymous', { name: shortened(source ?? '') })}
        </span>
      );
    case 'memory':
      return <span className={styles.small}>{t('memory')}</span>;
    case 'container':
      return <span className={styles.small}>{t('container')}</span>;
  }
}

/** Names that a machine made are told apart by their ends. */
function shortened(name: string): string {
  return /^[0-9a-f]{64}$/.test(name) ? `${name.slice(0, 6)}…${name.slice(-2)}` : name;
}
