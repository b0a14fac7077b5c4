import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { CallFailure } from '../../../api/call-failure.ts';
import type { GridRange } from '../../../components/data-grid/grid-selection.ts';
import { useErrorToast } from '../../../errors/use-error-toast.ts';
import { useToastStore } from '../../../stores/toast-store.ts';
import { collectRows, mostCopiedRows, TooMuchToCopy } from './collect-rows.ts';
import type { CopiedRows } from './copied-rows.ts';
import type { CopySource } from './copy-source.ts';

export interface Copying {
  busy: boolean;
  /** Puts what `format` makes of the whole values of a range on the clipboard, and says so. */
  copy: (range: GridRange, format: (copied: CopiedRows) => string) => void;
}

/** Copies rows. `onExport` is offered where it is too much for the clipboard. */
export function useCopy(source: CopySource, onExport: () => void): Copying {
  const t = useTranslations('results.copied');
  const showToast = useToastStore((store) => store.showToast);
  const showError = useErrorToast();
  const [busy, setBusy] = useState(false);
  const copying = useRef<AbortController>(null);
  useEffect(() => () => copying.current?.abort(), []);

  const tell = (tone: 'ok' | 'bad', text: string, offersExport = false) =>
    showToast({
      id: 'copied',
      tone,
      text,
      action: offersExport ? { label: t('export'), onAction: onExport } : undefined,
    });
  const fail = (cause: unknown) => {
    if (cause instanceof TooMuchToCopy) tell('bad', t('tooMuch', { rows: mostCopiedRows }), true);
    else if (cause instanceof CallFailure) showError(cause.error);
    else tell('bad', t('refused'));
  };
  const run = async (range: GridRange, format: (copied: CopiedRows) => string, signal: AbortSignal) => {
    setBusy(true);
    try {
      const copied = await collectRows(source, range, signal);
      await navigator.clipboard.writeText(format(copied));
      tell('ok', t('done', { rows: copied.rows.length, columns: copied.columns.length }));
    } catch (cause) {
      if (!signal.aborted) fail(cause);
    } finally {
      if (!signal.aborted) setBusy(false);
    }
  };
  return {
    busy,
    copy: (range, format) => {
      copying.current?.abort();
      copying.current = new AbortController();
      void run(range, format, copying.current.signal);
    },
  };
}
