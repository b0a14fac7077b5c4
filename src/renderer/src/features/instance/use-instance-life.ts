import type { Instance } from '../../../../shared/contract/instances.ts';
import { windowErrorOf } from '../../api/call-failure.ts';
import { useRestartInstance, useStartInstance, useStopInstance } from '../../api/instances.ts';
import { useErrorToast } from '../../errors/use-error-toast.ts';
import { useDialogStore } from '../../stores/dialog-store.ts';

/** Starts, stops and restarts. While it makes its cluster, stopping asks first. */
export function useInstanceLife({ id, name, state }: Pick<Instance, 'id' | 'name' | 'state'>) {
  const openDialog = useDialogStore((store) => store.openDialog);
  const showError = useErrorToast();
  const start = useStartInstance();
  const stop = useStopInstance();
  const restart = useRestartInstance();

  const end = (way: 'stop' | 'restart') => {
    const ask = () => openDialog({ kind: `${way}-initialising`, id, name });
    if (state === 'initialising') return ask();
    (way === 'stop' ? stop : restart).mutate(
      { id, evenIfInitialising: false },
      {
        onError: (failure) =>
          windowErrorOf(failure).code === 'initialising' ? ask() : showError(windowErrorOf(failure)),
      },
    );
  };

  return {
    start: () => start.mutate({ id }, { onError: (failure) => showError(windowErrorOf(failure)) }),
    stop: () => end('stop'),
    restart: () => end('restart'),
    starting: start.isPending,
    stopping: stop.isPending,
    restarting: restart.isPending,
  };
}
