import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type AskExport, useExportFile } from '../../api/export-file.ts';
import { saveFile } from '../../components/save-file.ts';
import { useByteSize } from '../../components/use-byte-size.ts';
import { useToastStore } from '../../stores/toast-store.ts';
import { type ExportDraft, exportFileName, exportFormat } from './export-draft.ts';

/** Exports rows to a file, and says where it went. `onDone` is not told when the person chose no place. */
export function useExport(ask: AskExport, onDone: () => void) {
  const t = useTranslations('results.export');
  const byteSize = useByteSize();
  const showToast = useToastStore((store) => store.showToast);
  const mutation = useExportFile(ask);
  const [receivedBytes, setReceivedBytes] = useState(0);
  const exporting = useRef<AbortController>(null);
  useEffect(() => () => exporting.current?.abort(), []);

  const tell = (text: string) => showToast({ id: 'exported', tone: 'ok', text });
  const start = (draft: ExportDraft) => {
    const life = new AbortController();
    const fileName = exportFileName(draft);
    exporting.current = life;
    setReceivedBytes(0);
    mutation.mutate(
      {
        wish: { fileName, as: exportFormat(draft) },
        signal: life.signal,
        onReceived: setReceivedBytes,
      },
      {
        onSuccess: (exported) => {
          if (exported.way === 'saved' && exported.path === null) return;
          if (exported.way === 'saved') tell(t('saved', { path: exported.path ?? '' }));
          else {
            saveFile(exported.file, fileName);
            tell(t('downloaded', { file: fileName, size: byteSize(exported.file.size) }));
          }
          onDone();
        },
      },
    );
  };
  return {
    start,
    busy: mutation.isPending,
    receivedBytes,
    error: mutation.isPending ? null : (mutation.error?.error ?? null),
    /** Gives up what is under way, and forgets how it went. */
    stop: () => {
      exporting.current?.abort();
      mutation.reset();
    },
  };
}
