import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import type { Operation } from '../../../../shared/contract/operations.ts';
import { useUndoReset } from '../../api/instances.ts';
import { onOperation } from '../../api/operations-feed.ts';
import { emphasis } from '../../components/emphasis.tsx';
import { visibleText } from '../../components/visible-text.ts';
import { useErrorPresentation } from '../../errors/use-error-presentation.ts';
import { useErrorToast } from '../../errors/use-error-toast.ts';
import { type ToastAction, useToastStore } from '../../stores/toast-store.ts';
import { useOperationTexts } from '../activity/use-operation-texts.ts';
import { useRowTexts } from '../activity/use-row-texts.ts';
import { instancePath } from '../instance/instance-path.ts';
import styles from './finished-toast.module.css';

/** Every operation that ends while the window is open becomes a toast, with the one thing to do next. */
export function useFinishedToasts(): void {
  const showToast = useToastStore((store) => store.showToast);
  const closeUndoOf = useToastStore((store) => store.closeUndoOf);
  const message = useFinishedMessage();
  const action = useFinishedAction();
  useEffect(() =>
    onOperation((operation, before) => {
      const ended = operation.state !== 'running' && operation.state !== 'interrupted';
      if (!ended || before?.state === operation.state) return;
      if (overtakesUndo(operation)) closeUndoOf(operation.subject);
      const show = () =>
        showToast({
          id: operation.id,
          tone: operation.state === 'succeeded' ? 'ok' : operation.state === 'failed' ? 'bad' : 'idle',
          text: message(operation),
          action: action(operation, show),
          sticky: operation.state === 'failed' || offersUndo(operation),
          undoOf: offersUndo(operation) ? operation.subject : undefined,
        });
      show();
    }),
  );
}

function offersUndo({ state, kind, result }: Operation): boolean {
  return state === 'succeeded' && kind === 'reset' && result?.restorePointId != null;
}

function overtakesUndo({ state, kind }: Operation): boolean {
  return state === 'succeeded' && (kind === 'reset' || kind === 'undo-reset' || kind === 'remove');
}

function useFinishedMessage() {
  const t = useTranslations('operations');
  const texts = useOperationTexts();
  const rowText = useRowTexts();
  const present = useErrorPresentation();
  return (operation: Operation) => {
    const named = { subject: visibleText(operation.subject), ...emphasis };
    switch (operation.state) {
      case 'failed': {
        const error = operation.error === null ? null : present(operation.error);
        return (
          <>
            {t.rich(`failed.${operation.kind}`, named)} {error !== null && visibleText(error.text)}
            {error?.lines.slice(0, 2).map((line) => (
              <code key={line} className={styles.line}>
                {visibleText(line)}
              </code>
            ))}
          </>
        );
      }
      case 'cancelled':
        return t('cancelled', { operation: texts.title(operation) });
      case 'rolled-back':
        return t('rolledBack', { operation: texts.title(operation) });
      case 'succeeded':
      case 'running':
      case 'interrupted':
        return (
          <>
            {t.rich(`done.${operation.kind}`, named)} {rowText(operation.result)}
          </>
        );
    }
  };
}

/** `offerAgain` shows the toast once more: an undo that could not begin is still to be had. */
function useFinishedAction(): (operation: Operation, offerAgain: () => void) => ToastAction | undefined {
  const t = useTranslations('operations.action');
  const [place, navigate] = useLocation();
  const undo = useUndoReset();
  const showError = useErrorToast();
  const present = useErrorPresentation();
  return (operation, offerAgain) => {
    const page = instancePath(operation.subject);
    const restorePointId = operation.result?.restorePointId;
    if (offersUndo(operation) && restorePointId != null) {
      return {
        label: t('undoReset'),
        onAction: () =>
          undo.mutate(
            { restorePointId },
            {
              onError: ({ error }) => {
                showError(error);
                offerAgain();
              },
            },
          ),
      };
    }
    if (operation.state === 'failed') {
      // A failed create leaves no container behind that could have a log.
      const logs =
        operation.kind !== 'create' &&
        operation.error !== null &&
        present(operation.error).action === 'show-logs';
      return logs
        ? { label: t('showLogs'), onAction: () => navigate(instancePath(operation.subject, 'logs')) }
        : { label: t('showDetails'), onAction: () => navigate('/activity') };
    }
    if (operation.state === 'succeeded' && operation.kind === 'create' && place !== page) {
      return { label: t('open'), onAction: () => navigate(page) };
    }
    return undefined;
  };
}
