import { useTranslations } from 'use-intl';
import { customersSample } from '../../../../../shared/tables/customers-sample.ts';
import { windowErrorOf } from '../../../api/call-failure.ts';
import { type DatabasePlace, useCreateCustomers } from '../../../api/tables.ts';
import { Button } from '../../../components/button.tsx';
import { Card } from '../../../components/card.tsx';
import { CopyButton } from '../../../components/copy-button.tsx';
import { ErrorBanner } from '../../../components/error-banner.tsx';
import { useTableViewStore } from '../../../stores/table-view-store.ts';
import { SqlText } from '../saving/sql-text.tsx';
import styles from './customers-card.module.css';

const sql = `${customersSample.create}\n\n${customersSample.insert}`;

interface CustomersCardProps {
  place: DatabasePlace;
  /** Why nothing can be asked of the server now; null: it can. */
  blocked: string | null;
}

/** Makes the table that courses start with, shows the SQL of it, and opens its rows. */
export function CustomersCard({ place, blocked }: CustomersCardProps) {
  const t = useTranslations('tableEdit.customers');
  const open = useTableViewStore((store) => store.open);
  const create = useCreateCustomers();
  const make = () => create.mutate(place, { onSuccess: (relation) => open(place, relation) });
  return (
    <Card title={t('title')}>
      <div className={styles.card}>
        <p>{t('body')}</p>
        <div className={styles.sql}>
          <SqlText text={sql} />
        </div>
        {create.isError && (
          <ErrorBanner title={t('failed')} error={windowErrorOf(create.error)} onRetry={make} />
        )}
        <div className={styles.actions}>
          <Button variant="primary" busy={create.isPending} disabledReason={blocked} onClick={make}>
            {t('create')}
          </Button>
          <CopyButton label={t('copy')} text={`${sql}\n`} />
        </div>
      </div>
    </Card>
  );
}
