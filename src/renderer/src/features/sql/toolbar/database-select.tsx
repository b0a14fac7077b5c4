import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Console, ConsoleState } from '../../../../../shared/contract/consoles.ts';
import { useDatabases } from '../../../api/catalog.ts';
import { useChangeDatabase } from '../../../api/consoles.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { SelectField } from '../../../components/select-field.tsx';
import { useErrorToast } from '../../../errors/use-error-toast.ts';
import styles from './database-select.module.css';

interface DatabaseSelectProps {
  console: Pick<Console, 'id' | 'instance' | 'database'>;
  state: ConsoleState | null;
  /** The server runs, so its databases can be read. */
  readable: boolean;
}

/** The database that the console's session is in; another one begins another session. */
export function DatabaseSelect({
  console: { id, instance, database },
  state,
  readable,
}: DatabaseSelectProps) {
  const t = useTranslations('sql.database');
  const { data: databases = [] } = useDatabases(instance, readable);
  const change = useChangeDatabase(instance);
  const showError = useErrorToast();
  const [asking, setAsking] = useState<string | null>(null);
  const current = state?.database ?? database ?? databases.find(({ isDefault }) => isDefault)?.name ?? '';
  const names = databases.filter(({ allowsConnections }) => allowsConnections).map(({ name }) => name);
  const offered = names.includes(current) || current === '' ? names : [current, ...names];

  const use = (name: string) => {
    setAsking(null);
    const isDefault = databases.some((one) => one.name === name && one.isDefault);
    change.mutate({ id, database: isDefault ? null : name }, { onError: ({ error }) => showError(error) });
  };
  const choose = (name: string) => {
    if (name === current) return;
    const engaged = state !== null && (state.transaction !== 'idle' || state.running !== null);
    if (engaged) setAsking(name);
    else use(name);
  };
  return (
    <div className={styles.select}>
      <SelectField
        label={t('label')}
        inline
        value={current}
        onChange={choose}
        options={offered.map((name) => ({ value: name, label: name }))}
      />
      <ConfirmDialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={t('leave', { name: asking ?? '' })}
        confirmLabel={t('confirm')}
        onConfirm={() => asking !== null && use(asking)}
      >
        <p>{t(state?.running == null ? 'losesTransaction' : 'losesQuery')}</p>
      </ConfirmDialog>
    </div>
  );
}
