import { useTranslations } from 'use-intl';
import type { EngineAttempt } from '../../../../shared/engine-attempt.ts';
import { useChooseEngine } from '../../api/engine.ts';
import { Button } from '../../components/button.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { visibleText } from '../../components/visible-text.ts';
import { useErrorToast } from '../../errors/use-error-toast.ts';
import { useAttemptText } from './use-attempt-text.ts';

/** The addresses that were tried for an engine, each with why it is not in use and a button to insist on it. */
export function AttemptsTable({
  attempts,
  inUse,
}: {
  attempts: readonly EngineAttempt[];
  /** The candidate that is connected, if any. */
  inUse: string | undefined;
}) {
  const t = useTranslations('engine');
  const attemptText = useAttemptText();
  const choose = useChooseEngine();
  const showError = useErrorToast();
  const columns: Column<EngineAttempt>[] = [
    { key: 'label', header: t('label'), cell: ({ label }) => <PlainText text={label} /> },
    {
      key: 'address',
      header: t('none.address'),
      cell: ({ address }) => (
        <code>
          <PlainText text={address} />
        </code>
      ),
    },
    { key: 'source', header: t('none.found'), cell: ({ source }) => t(`source.${source}`) },
    { key: 'result', header: t('none.result'), cell: attemptText, wrap: true },
    {
      key: 'use',
      header: t('none.use'),
      hiddenHeader: true,
      align: 'end',
      cell: ({ candidateId, label, failure }) =>
        candidateId === inUse ? (
          <StatusChip tone="ok" icon="dot">
            {t('inUse')}
          </StatusChip>
        ) : failure?.reason === 'ssh-not-supported' ? null : (
          <Button
            aria-label={t('none.useNamed', { label: visibleText(label) })}
            busy={choose.isPending && choose.variables.candidateId === candidateId}
            onClick={() => choose.mutate({ candidateId }, { onError: ({ error }) => showError(error) })}
          >
            {t('none.use')}
          </Button>
        ),
    },
  ];
  return (
    <DataTable
      bare
      label={t('none.tried')}
      columns={columns}
      rows={attempts}
      rowKey={({ candidateId, source }) => `${source} ${candidateId}`}
    />
  );
}
