import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import type { Instance } from '../../../../shared/contract/instances.ts';
import type { CallFailure } from '../../api/call-failure.ts';
import { useInstances, useRestartInstance, useStartInstance, useStopInstance } from '../../api/instances.ts';
import { useErrorToast } from '../../errors/use-error-toast.ts';
import { useDialogStore } from '../../stores/dialog-store.ts';
import { useNoEngine } from '../engine/use-no-engine.ts';
import { instancePath } from '../instance/instance-path.ts';
import { isUp } from '../instance/is-up.ts';
import { useCopyUri } from '../instances-list/use-copy-uri.tsx';
import type { PaletteEntry } from './palette-entry.ts';

type Action = 'start' | 'stop' | 'restart' | 'logs' | 'copyUri' | 'recreate' | 'reset' | 'remove';

/** Instances by name, and what can be done with each now. */
export function useInstanceEntries(): { instances: PaletteEntry[]; actions: PaletteEntry[] } {
  const { data: instances } = useInstances();
  const t = useTranslations('palette');
  const words = useTranslations('instances');
  const run = useInstanceRun();
  const noEngine = useNoEngine();
  const [, navigate] = useLocation();
  const all = instances ?? [];
  return {
    instances: all.map(({ id, name }) => ({
      id: `instance-${id}`,
      kind: 'instance',
      label: name,
      run: () => navigate(instancePath(name)),
    })),
    actions: all.flatMap((instance) => [
      {
        id: `sql-${instance.id}`,
        kind: 'action',
        label: t('sqlOf', { name: instance.name }),
        run: () => navigate(instancePath(instance.name, 'sql')),
      },
      ...actionsOf(instance, noEngine === null).map(
        (action): PaletteEntry => ({
          id: `${action}-${instance.id}`,
          kind: 'action',
          label: t('onInstance', {
            action: action === 'start' || action === 'stop' ? words(action) : words(`action.${action}`),
            name: instance.name,
          }),
          run: () => run(action, instance),
        }),
      ),
    ]),
  };
}

function actionsOf(instance: Instance, reachable: boolean): Action[] {
  const up = isUp(instance.state);
  const idle = reachable && instance.operationId === null;
  const offered: [Action, boolean][] = [
    ['start', idle && !up],
    ['stop', idle && up],
    ['restart', idle && up],
    ['logs', true],
    ['copyUri', reachable],
    ['recreate', idle && instance.recreateUnavailable === null],
    ['reset', idle && instance.resetUnavailable === null],
    ['remove', idle],
  ];
  return offered.flatMap(([action, available]) => (available ? [action] : []));
}

function useInstanceRun(): (action: Action, instance: Instance) => void {
  const [, navigate] = useLocation();
  const openDialog = useDialogStore((store) => store.openDialog);
  const copyUri = useCopyUri();
  const showError = useErrorToast();
  const start = useStartInstance();
  const stop = useStopInstance();
  const restart = useRestartInstance();
  return (action, { id, name }) => {
    const orAsk = (kind: 'stop-initialising' | 'restart-initialising') => ({
      onError: ({ error }: CallFailure) =>
        error.code === 'initialising' ? openDialog({ kind, id, name }) : showError(error),
    });
    switch (action) {
      case 'start':
        return start.mutate({ id }, { onError: ({ error }) => showError(error) });
      case 'stop':
        return stop.mutate({ id, evenIfInitialising: false }, orAsk('stop-initialising'));
      case 'restart':
        return restart.mutate({ id, evenIfInitialising: false }, orAsk('restart-initialising'));
      case 'logs':
        return navigate(instancePath(name, 'logs'));
      case 'copyUri':
        return copyUri({ id, name });
      case 'recreate':
      case 'reset':
      case 'remove':
        return openDialog({ kind: action, id, name });
    }
  };
}
