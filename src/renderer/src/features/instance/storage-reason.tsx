import { useTranslations } from 'use-intl';
import type { Instance } from '../../../../shared/contract/instances.ts';
import styles from './storage-reason.module.css';

/** Why the verdict is what it is, and what to do where data is at risk. */
export function StorageReason({ instance }: { instance: Instance }) {
  const t = useTranslations('instance.storage');
  const atRisk = instance.storage.verdict === 'not-protected';
  return (
    <div className={styles.reason}>
      <p>{useReason(instance)}</p>
      {instance.autoRemove && <p>{t('why.autoRemove')}</p>}
      {atRisk && <p>{t('todo')}</p>}
    </div>
  );
}

function useReason({ storage }: Instance): string {
  const t = useTranslations('instance.storage');
  switch (storage.verdict) {
    case 'kept':
      return t(storage.kind === 'folder' ? 'why.keptFolder' : 'why.kept');
    case 'orphaned-on-removal':
      return t('why.orphaned');
    case 'memory-only':
      return t('why.memory');
    case 'not-protected':
      if (storage.beside === null) return t('why.container', { dataDirectory: storage.dataDirectory });
      return t('why.beside', {
        source: storage.beside.source,
        mountPath: storage.beside.mountPath,
        dataDirectory: storage.dataDirectory,
        where: t(`where.${storage.kind}`),
      });
  }
}
