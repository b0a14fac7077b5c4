import { useTranslations } from 'use-intl';
import type { EngineStatus } from '../../../../shared/contract/engine.ts';
import { useChooseEngine, useEngineStatus, useRetryEngine } from '../../api/engine.ts';
import { Menu } from '../../components/menu.tsx';
import type { MenuEntry } from '../../components/menu-popup.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useErrorToast } from '../../errors/use-error-toast.ts';
import styles from './engine-chip.module.css';
import { useAttemptText } from './use-attempt-text.ts';

/** Which engine is in use, and the menu to use another one. */
export function EngineChip() {
  const t = useTranslations('engine');
  const { data: status } = useEngineStatus();
  const entries = useEngineEntries(status);
  return (
    <div role="status" aria-label={t('label')} className={styles.chip}>
      <Menu
        label={t('menu')}
        entries={entries}
        trigger={
          <button type="button" className={styles.button}>
            <EngineState status={status} />
          </button>
        }
      />
    </div>
  );
}

function EngineState({ status }: { status: EngineStatus | undefined }) {
  const t = useTranslations('engine');
  switch (status?.state) {
    case undefined:
    case 'connecting':
      return (
        <StatusChip tone="accent" icon="pulse" state="connecting">
          {t('connecting')}
        </StatusChip>
      );
    case 'unreachable':
      return (
        <StatusChip tone="bad" icon="warning" state="unreachable">
          {t('unreachable')}
        </StatusChip>
      );
    case 'connected':
      return (
        <StatusChip tone="ok" icon="dot" state="connected" title={status.engine?.version}>
          {t('connected', {
            product: productName(status.engine?.product, t('unknownProduct')),
            version: (status.engine?.version ?? '').split('.').slice(0, 2).join('.'),
            address: status.engine?.address ?? '',
          })}
        </StatusChip>
      );
  }
}

function productName(product: string | undefined, fallback: string): string {
  return product === undefined || product === 'other' ? fallback : product;
}

function useEngineEntries(status: EngineStatus | undefined): MenuEntry[] {
  const t = useTranslations('engine');
  const choose = useChooseEngine();
  const retry = useRetryEngine();
  const showError = useErrorToast();
  const attemptText = useAttemptText();
  const use = (candidateId: string | null) =>
    choose.mutate({ candidateId }, { onError: ({ error }) => showError(error) });
  const inUse = status?.state === 'connected' ? status.engine?.candidateId : undefined;
  return [
    {
      label: t('automatic'),
      note: t('automaticNote'),
      checked: status !== undefined && status.chosen === null,
      onSelect: () => use(null),
    },
    ...(status?.tried ?? []).map((attempt) => ({
      label: t('candidate', { label: attempt.label, address: attempt.address }),
      note: attempt.candidateId === inUse ? t('inUse') : attemptText(attempt),
      checked: status?.chosen === attempt.candidateId,
      disabled: attempt.failure?.reason === 'ssh-not-supported',
      onSelect: () => use(attempt.candidateId),
    })),
    'separator' as const,
    {
      label: t('retry'),
      onSelect: () => retry.mutate(undefined, { onError: ({ error }) => showError(error) }),
    },
  ];
}
