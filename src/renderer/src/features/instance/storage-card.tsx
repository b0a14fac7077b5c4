import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { Instance, InstanceStorage } from '../../../../shared/contract/instances.ts';
import { Card } from '../../components/card.tsx';
import { KeyValues } from '../../components/key-values.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import styles from './storage-card.module.css';
import { StorageReason } from './storage-reason.tsx';
import { VerdictChip } from './verdict-chip.tsx';
import { VolumeSize } from './volume-size.tsx';

/** Where the data is and whether it lasts. */
export function StorageCard({ instance }: { instance: Instance }) {
  const t = useTranslations('instance.storage');
  const { storage } = instance;
  const volume =
    storage.kind === 'named-volume' || storage.kind === 'anonymous-volume' ? storage.source : null;
  return (
    <Card title={t('title')} aside={<VerdictChip verdict={storage.verdict} />}>
      <KeyValues
        rows={[
          [
            t(storage.kind === 'anonymous-volume' ? 'anonymous' : 'volume'),
            volume && <VolumeLink name={volume} />,
          ],
          [
            t('folder'),
            storage.kind === 'folder' && storage.source !== null ? (
              <Mono key="folder" text={storage.source} />
            ) : null,
          ],
          [t('mountedAt'), storage.mountPath && <Mono text={storage.mountPath} />],
          [
            t('dataDirectory'),
            <span key="data">
              <Mono text={storage.dataDirectory} /> <Whereabouts storage={storage} />
            </span>,
          ],
          [t('size'), volume && <VolumeSize name={volume} />],
        ]}
      />
      <StorageReason instance={instance} />
    </Card>
  );
}

function VolumeLink({ name }: { name: string }) {
  return (
    <Link className={styles.link} to={`/volumes/${encodeURIComponent(name)}`}>
      <Mono text={name} />
    </Link>
  );
}

function Mono({ text }: { text: string }) {
  return (
    <span className="mono">
      <PlainText text={text} />
    </span>
  );
}

function Whereabouts({ storage }: { storage: InstanceStorage }) {
  const t = useTranslations('instance.storage');
  switch (storage.kind) {
    case 'memory':
      return <span className={styles.muted}>{t('inMemory')}</span>;
    case 'container':
      return <span className={styles.bad}>{t(storage.beside === null ? 'inContainer' : 'outside')}</span>;
    case 'named-volume':
    case 'anonymous-volume':
    case 'folder':
      if (storage.beside !== null)
        return <span className={styles.bad}>{t('outsideOf', { path: storage.beside.mountPath })}</span>;
      return <span className={styles.ok}>{t('inside')}</span>;
  }
}
