import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import type { ContainerRow } from '../../../../shared/contract/containers.ts';
import type { CallFailure } from '../../api/call-failure.ts';
import { useRestartContainer, useStartContainer, useStopContainer } from '../../api/containers.ts';
import { Button } from '../../components/button.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Menu } from '../../components/menu.tsx';
import type { MenuEntry } from '../../components/menu-popup.tsx';
import { useErrorToast } from '../../errors/use-error-toast.ts';
import { useDialogStore } from '../../stores/dialog-store.ts';
import { useNoEngine } from '../engine/use-no-engine.ts';
import { instancePath } from '../instance/instance-path.ts';
import styles from './containers-table.module.css';

const up: ReadonlySet<ContainerRow['state']> = new Set(['running', 'paused', 'restarting']);

/** The buttons of one row. */
export function ContainerRowActions({
  container,
  onRemove,
}: {
  container: ContainerRow;
  onRemove: () => void;
}) {
  const t = useTranslations('instances');
  const action = useTranslations('containers.action');
  const [, navigate] = useLocation();
  const openDialog = useDialogStore((store) => store.openDialog);
  const showError = useErrorToast();
  const start = useStartContainer();
  const stop = useStopContainer();
  const restart = useRestartContainer();
  const noEngine = useNoEngine();
  const unlessLost = noEngine === null ? {} : { disabled: true, note: noEngine };
  const { id, name, state } = container;

  const asking = (kind: 'stop-initialising' | 'restart-initialising') => ({
    onError: ({ error }: CallFailure) =>
      error.code === 'initialising' ? openDialog({ kind, id, name }) : showError(error),
  });
  const entries: MenuEntry[] = [
    ...(container.isPostgres
      ? [{ label: action('open'), onSelect: () => navigate(instancePath(name)) }]
      : []),
    {
      label: action('restart'),
      disabled: !up.has(state),
      onSelect: () => restart.mutate({ id }, asking('restart-initialising')),
      ...unlessLost,
    },
    {
      label: action('remove'),
      danger: true,
      disabled: state === 'removing',
      onSelect: onRemove,
      ...unlessLost,
    },
  ];

  return (
    <span className={styles.buttons}>
      {up.has(state) ? (
        <Button
          aria-label={t('stopNamed', { name })}
          busy={stop.isPending}
          disabledReason={noEngine}
          onClick={() => stop.mutate({ id }, asking('stop-initialising'))}
        >
          {t('stop')}
        </Button>
      ) : (
        <Button
          aria-label={t('startNamed', { name })}
          busy={start.isPending}
          disabled={state === 'removing'}
          disabledReason={noEngine}
          onClick={() => start.mutate({ id }, { onError: ({ error }) => showError(error) })}
        >
          {t('start')}
        </Button>
      )}
      <Menu trigger={<IconButton icon="more" label={t('actionsFor', { name })} />} entries={entries} />
    </span>
  );
}
