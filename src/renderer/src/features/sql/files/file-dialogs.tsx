import { useTranslations } from 'use-intl';
import { useChangeConsolePreferences, useConsolePreferences } from '../../../api/consoles.ts';
import { OpenFileDialog } from './open-file-dialog.tsx';
import type { Files } from './use-files.ts';

interface FileDialogsProps {
  files: Files;
  instance: string;
  /** Why nothing can be run now. */
  blocked: string | null;
}

/** Chooses a file, and asks what to do with it. */
export function FileDialogs({ files, instance, blocked }: FileDialogsProps) {
  const t = useTranslations('sql.file');
  const { data: preferences } = useConsolePreferences(instance);
  const change = useChangeConsolePreferences(instance);
  const { input, chosen, take, forget, open, run } = files;
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('title')}
        onChange={({ currentTarget }) => {
          take(currentTarget.files?.[0]);
          currentTarget.value = '';
        }}
      />
      {chosen !== null && (
        <OpenFileDialog
          file={chosen}
          preferences={preferences}
          onError={(onError) => change.mutate({ instance, patch: { onError } })}
          onOpen={open}
          onRun={(oneTransaction) => run(chosen, oneTransaction)}
          blocked={blocked}
          onClose={forget}
        />
      )}
    </>
  );
}
