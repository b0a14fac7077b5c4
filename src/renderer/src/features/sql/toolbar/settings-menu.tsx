import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useChangeConsolePreferences, useConsolePreferences } from '../../../api/consoles.ts';
import { IconButton } from '../../../components/icon-button.tsx';
import { Menu } from '../../../components/menu.tsx';
import type { MenuEntry } from '../../../components/menu-popup.tsx';
import { useErrorToast } from '../../../errors/use-error-toast.ts';
import { useToastStore } from '../../../stores/toast-store.ts';
import { TimeoutDialog } from './timeout-dialog.tsx';
import { useTimeoutText } from './use-timeout-text.ts';

/** How statements of this instance's consoles run, and the same session by hand. */
export function SettingsMenu({ instance, command }: { instance: string; command: string | null }) {
  const t = useTranslations('sql.settings');
  const { data: kept } = useConsolePreferences(instance);
  const change = useChangeConsolePreferences(instance);
  const showError = useErrorToast();
  const copy = useCopyCommand(command);
  const timeoutText = useTimeoutText();
  const [asking, setAsking] = useState(false);
  const set = (patch: NonNullable<Parameters<typeof change.mutate>[0]>['patch']) =>
    change.mutate({ instance, patch }, { onError: ({ error }) => showError(error) });

  const entries: MenuEntry[] = [
    {
      label: t('timeout'),
      note: timeoutText(kept?.statementTimeoutMs ?? 0),
      disabled: kept === undefined,
      onSelect: () => setAsking(true),
    },
    {
      label: t('readOnly'),
      note: t('readOnlyNote'),
      checked: kept?.readOnly ?? false,
      disabled: kept === undefined,
      onSelect: () => set({ readOnly: kept?.readOnly !== true }),
    },
    'separator',
    ...(['stop', 'continue'] as const).map(
      (onError): MenuEntry => ({
        label: t(`onError.${onError}`),
        checked: kept?.onError === onError,
        disabled: kept === undefined,
        onSelect: () => set({ onError }),
      }),
    ),
    'separator',
    {
      label: t('copyCommand'),
      ...(command === null ? {} : { note: command }),
      disabled: command === null,
      onSelect: copy,
    },
  ];
  return (
    <>
      <Menu
        trigger={<IconButton icon="settings" label={t('label')} />}
        label={t('label')}
        entries={entries}
      />
      {asking && kept !== undefined && (
        <TimeoutDialog
          timeoutMs={kept.statementTimeoutMs}
          onSave={(statementTimeoutMs) => set({ statementTimeoutMs })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function useCopyCommand(command: string | null): () => void {
  const t = useTranslations('common');
  const showToast = useToastStore((store) => store.showToast);
  return () => {
    if (command === null) return;
    void navigator.clipboard.writeText(command).then(
      () => showToast({ id: 'psql-command', tone: 'ok', text: t('copied') }),
      () => showToast({ id: 'psql-command', tone: 'bad', text: t('notCopied') }),
    );
  };
}
