import { useTranslations } from 'use-intl';
import type { InstanceDetail } from '../../../../shared/contract/instances.ts';
import { CommandCard } from '../../components/command-card.tsx';
import { ConnectCard } from './connect-card.tsx';
import { NextStartCard } from './next-start-card.tsx';
import { NowCard } from './now-card.tsx';
import styles from './overview-tab.module.css';
import { StorageCard } from './storage-card.tsx';

export function OverviewTab({ detail }: { detail: InstanceDetail }) {
  const t = useTranslations('instance');
  const { instance } = detail;
  return (
    <div className={styles.grid}>
      <ConnectCard instance={instance} />
      <StorageCard instance={instance} />
      <NextStartCard detail={detail} />
      <NowCard instance={instance} />
      <div className={styles.wide}>
        <CommandCard
          title={t('byHand.title')}
          command={detail.runCommand}
          copyLabel={t('byHand.copy')}
          width={132}
        />
      </div>
    </div>
  );
}
