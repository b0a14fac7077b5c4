import type { Console } from '../../../../shared/contract/consoles.ts';
import { useCloseConsole } from '../../api/consoles.ts';
import { useErrorToast } from '../../errors/use-error-toast.ts';
import { useConsoleStore } from '../../stores/console-store.ts';
import { usePlanStore } from '../../stores/plan-store.ts';
import { consoleMemory, forgetConsole } from './console-memory.ts';

/** Closes consoles; one that would lose a transaction or a running query is handed to `onAsk` first. */
export function useCloseConsoleTab(
  instance: string,
  consoles: readonly Console[],
  onAsk: (console: Console) => void,
) {
  const close = useCloseConsole(instance);
  const showError = useErrorToast();
  const activate = useConsoleStore((store) => store.activate);

  const now = ({ id }: Pick<Console, 'id'>) =>
    close.mutate(
      { id },
      {
        onSuccess: () => {
          const index = consoles.findIndex((one) => one.id === id);
          const beside = consoles[index + 1] ?? consoles[index - 1];
          const { active } = useConsoleStore.getState();
          if (active[instance] === id && beside !== undefined) activate(instance, beside.id);
          forgetConsole(id);
          usePlanStore.getState().forgetPlan(id);
        },
        onError: ({ error }) => showError(error),
      },
    );
  const ask = (id: string) => {
    const { state } = consoleMemory(id).feed;
    const engaged = state !== null && (state.running !== null || state.transaction !== 'idle');
    const one = consoles.find((known) => known.id === id);
    if (engaged && one !== undefined) onAsk(one);
    else now({ id });
  };
  return { now, ask };
}
