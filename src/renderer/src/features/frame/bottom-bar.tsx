import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { useShallow } from 'zustand/react/shallow';
import type { Operation } from '../../../../shared/contract/operations.ts';
import { useCancelOperation } from '../../api/operations.ts';
import { Button } from '../../components/button.tsx';
import { Progress } from '../../components/progress.tsx';
import { useErrorToast } from '../../errors/use-error-toast.ts';
import { useOperationsStore } from '../../stores/operations-store.ts';
import { useOperationTexts } from '../activity/use-operation-texts.ts';
import styles from './bottom-bar.module.css';
import { useProgressText } from './use-progress-text.ts';

/** What is under way: the operation that began last, and how many others there are. */
export function BottomBar() {
  const t = useTranslations('frame');
  const running = useOperationsStore(
    useShallow(({ byId }) =>
      Object.values(byId)
        .filter(({ state }) => state === 'running')
        .sort((a, b) => b.startedAtMs - a.startedAtMs),
    ),
  );
  const [first, ...others] = running;
  return (
    <footer className={styles.bar}>
      {first === undefined ? <span>{t('ready')}</span> : <Running operation={first} />}
      {others.length > 0 && <Link to="/activity">{t('more', { count: others.length })}</Link>}
    </footer>
  );
}

function Running({ operation }: { operation: Operation }) {
  const t = useTranslations('frame');
  const texts = useOperationTexts();
  const cancel = useCancelOperation();
  const showError = useErrorToast();
  const { detail, done, total, amount } = useProgressText(operation);
  const name = texts.running(operation);
  return (
    <>
      <span className={styles.text}>
        {name}
        {detail !== null && ` · ${detail}`}
      </span>
      <Progress label={name} done={done} total={total} />
      {amount !== null && <span className={styles.amount}>{amount}</span>}
      {operation.cancellable && (
        <Button
          variant="ghost"
          busy={cancel.isPending}
          onClick={() =>
            cancel.mutate({ operationId: operation.id }, { onError: ({ error }) => showError(error) })
          }
        >
          {t('cancel')}
        </Button>
      )}
    </>
  );
}
