import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { customersSample } from '../../../../../shared/tables/customers-sample.ts';
import { type DatabasePlace, useRelations } from '../../../api/tables.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import styles from './create-customers.module.css';
import { CustomersCard } from './customers-card.tsx';

interface CreateCustomersProps {
  place: DatabasePlace;
  readable: boolean;
  blocked: string | null;
  /** `page`: nothing else is on screen. `button`: below the list of tables, with the rest in a dialog. */
  as: 'page' | 'button';
}

/** Offers the sample table where a database has none of its name. */
export function CreateCustomers({ place, readable, blocked, as }: CreateCustomersProps) {
  const t = useTranslations('tableEdit.customers');
  const { data: list } = useRelations(place, readable);
  const [asking, setAsking] = useState(false);
  if (list === undefined || list.relations.some(({ name }) => name === customersSample.name)) return null;
  const card = <CustomersCard place={place} blocked={blocked} />;
  if (as === 'page') return <div className={styles.page}>{card}</div>;
  return (
    <div className={styles.below}>
      <Button variant="ghost" disabledReason={blocked} onClick={() => setAsking(true)}>
        {t('create')}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('create')} wide>
        {card}
      </Dialog>
    </div>
  );
}
