import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Console } from '../../../../shared/contract/consoles.ts';
import type { Instance } from '../../../../shared/contract/instances.ts';
import { useConsoles, useCreateConsole } from '../../api/consoles.ts';
import { ErrorBanner } from '../../components/error-banner.tsx';
import { errorToShow } from '../../errors/error-to-show.ts';
import { useErrorToast } from '../../errors/use-error-toast.ts';
import { useConsoleStore } from '../../stores/console-store.ts';
import { CloseConsoleDialog } from './close-console-dialog.tsx';
import { consoleMemory } from './console-memory.ts';
import { ConsolePane } from './console-pane.tsx';
import { ConsoleTabs } from './console-tabs.tsx';
import styles from './sql-tab.module.css';
import { useCloseConsoleTab } from './use-close-console-tab.ts';

/** The consoles of an instance, one of them in front. */
export function SqlTab({ instance }: { instance: Instance }) {
  const t = useTranslations('sql');
  const query = useConsoles(instance.name);
  const error = errorToShow(query);
  const consoles = query.data;
  if (consoles === undefined)
    return (
      <div className={styles.empty} aria-busy={error === null}>
        {error !== null && (
          <ErrorBanner title={t('failed')} error={error} onRetry={() => void query.refetch()} />
        )}
      </div>
    );
  return <Consoles instance={instance} consoles={consoles} />;
}

function Consoles({ instance, consoles }: { instance: Instance; consoles: readonly Console[] }) {
  const activeId = useConsoleStore((store) => store.active[instance.name]);
  const activate = useConsoleStore((store) => store.activate);
  const create = useCreateConsole();
  const showError = useErrorToast();
  const [closing, setClosing] = useState<Console | null>(null);
  const close = useCloseConsoleTab(instance.name, consoles, setClosing);
  const active = consoles.find(({ id }) => id === activeId) ?? consoles[0];
  if (active === undefined) return null;

  const open = (text: string | null) =>
    create.mutate(
      { instance: instance.name },
      {
        onSuccess: (made) => {
          if (text !== null) consoleMemory(made.id).firstText = text;
          activate(instance.name, made.id);
        },
        onError: ({ error }) => showError(error),
      },
    );
  return (
    <div className={styles.tab}>
      <div className={styles.tabs}>
        <ConsoleTabs
          consoles={consoles}
          current={active.id}
          onSelect={(id) => activate(instance.name, id)}
          onClose={close.ask}
          onNew={() => open(null)}
          creating={create.isPending}
        />
      </div>
      <ConsolePane key={active.id} console={active} instance={instance} onNewConsole={open} />
      <CloseConsoleDialog
        console={closing}
        onClose={() => setClosing(null)}
        onConfirm={(one) => {
          setClosing(null);
          close.now(one);
        }}
      />
    </div>
  );
}
