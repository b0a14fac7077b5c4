import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Console, ConsoleState } from '../../../../../shared/contract/consoles.ts';
import { useChangeDatabase } from '../../../api/consoles.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useErrorToast } from '../../../errors/use-error-toast.ts';
import { DatabaseField } from '../../databases/database-field.tsx';
import styles from './database-select.module.css';

interface DatabaseSelectProps {
  console: Pick<Console, 'id' | 'instance' | 'database'>;
  state: ConsoleState | null;
  /** The server runs, so its databases can be read. */
  readable: boolean;
}

interface Wanted {
  name: string;
  isDefault: boolean;
}

/** The database that the console's session is in; another one begins another session. */
export function DatabaseSelect({
  console: { id, instance, database },
  state,
  readable,
}: DatabaseSelectProps) {
  const t = useTranslations('sql.database');
  const change = useChangeDatabase(instance);
  const showError = useErrorToast();
  const [asking, setAsking] = useState<Wanted | null>(null);

  const use = ({ name, isDefault }: Wanted) => {
    setAsking(null);
    change.mutate({ id, database: isDefault ? null : name }, { onError: ({ error }) => showError(error) });
  };
  const choose = (wanted: Wanted) => {
    const engaged = state !== null && (state.transaction !== 'idle' || state.running !== null);
    if (engaged) setAsking(wanted);
    else use(wanted);
  };
  return (
    <div className={styles.select}>
      <DatabaseField
        instance={instance}
        current={state?.database ?? database}
        readable={readable}
        inline
        onChoose={(name, isDefault) => choose({ name, isDefault })}
      />
      <ConfirmDialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={t('leave', { name: asking?.name ?? '' })}
        confirmLabel={t('confirm')}
        onConfirm={() => asking !== null && use(asking)}
      >
        <p>{t(state?.running == null ? 'losesTransaction' : 'losesQuery')}</p>
      </ConfirmDialog>
    </div>
  );
}
