import { useTranslations } from 'use-intl';
import type { Instance } from '../../../../shared/contract/instances.ts';
import styles from './instances-table.module.css';

const everywhere: ReadonlySet<string> = new Set(['0.0.0.0', '::', '']);

/** Where a client on this machine connects to. IPv4 and IPv6 entries of the same port are one address. */
export function InstanceAddress({ instance }: { instance: Pick<Instance, 'addresses'> }) {
  const t = useTranslations('instances');
  const ports = [...new Set(instance.addresses.map(({ hostPort }) => hostPort))];
  if (ports.length === 0) return <span className={styles.faint}>{t('notPublished')}</span>;
  const open = instance.addresses.some(({ hostIp }) => everywhere.has(hostIp));
  return (
    <>
      {ports.map((port) => (
        <code key={port} className={styles.clip}>
          localhost:{port}
        </code>
      ))}
      {open && <span className={styles.warn}>{t('openToNetwork')}</span>}
    </>
  );
}
