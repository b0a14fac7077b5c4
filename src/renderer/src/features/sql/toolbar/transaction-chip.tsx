import { useTranslations } from 'use-intl';
import type { ConsoleState } from '../../../../../shared/contract/consoles.ts';
import { useEndTransaction } from '../../../api/consoles.ts';
import { Button } from '../../../components/button.tsx';
import { StatusChip, type Tone } from '../../../components/status-chip.tsx';
import { useErrorToast } from '../../../errors/use-error-toast.ts';
import styles from './transaction-chip.module.css';

const tones: Readonly<Record<ConsoleState['transaction'], Tone>> = {
  idle: 'idle',
  'in-transaction': 'warn',
  failed: 'bad',
};

/** Whether the session is in a transaction, and how to end it. */
export function TransactionChip({ id, state }: { id: string; state: ConsoleState }) {
  const t = useTranslations('sql.transaction');
  const end = useEndTransaction();
  const showError = useErrorToast();
  const { transaction, running } = state;
  const busy = running === null ? null : t('busy');
  const finish = (how: 'commit' | 'rollback') =>
    end.mutate({ id, how }, { onError: ({ error }) => showError(error) });
  return (
    <div className={styles.transaction}>
      {transaction !== 'idle' && (
        <>
          {transaction === 'in-transaction' && (
            <Button busy={end.isPending} disabledReason={busy} onClick={() => finish('commit')}>
              {t('commit')}
            </Button>
          )}
          <Button busy={end.isPending} disabledReason={busy} onClick={() => finish('rollback')}>
            {t('rollback')}
          </Button>
        </>
      )}
      <span role="status" aria-label={t('label')}>
        <StatusChip
          tone={tones[transaction]}
          icon={transaction === 'idle' ? 'none' : transaction === 'failed' ? 'warning' : 'dot'}
          state={transaction}
          title={sessionTitle(state)}
        >
          {t(transaction)}
        </StatusChip>
      </span>
    </div>
  );
}

/** Who the session is, as psql's `\conninfo` would say it. */
function sessionTitle({ user, database, serverVersion, backendPid }: ConsoleState): string {
  const parts = [`${user}@${database}`];
  if (serverVersion !== null) parts.push(`PostgreSQL ${serverVersion}`);
  if (backendPid !== null) parts.push(`pid ${backendPid}`);
  return parts.join(' · ');
}
