import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { AppError } from '../../../../../shared/app-error.ts';
import { Button } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { PlainText } from '../../../components/plain-text.tsx';
import { useErrorPresentation } from '../../../errors/use-error-presentation.ts';
import type { FailureEntry } from '../run-outcome.ts';
import { useShortcutText } from '../use-shortcut-text.ts';
import { sqlErrorHelp } from './error-help.ts';
import { ErrorHelpLine, type HelpContext } from './error-help-line.tsx';
import styles from './run-failure.module.css';
import { SqlErrorView } from './sql-error-view.tsx';

interface RunFailureProps {
  entry: FailureEntry;
  /** Of the same run. */
  failures: number;
  help: HelpContext;
  /** Null: the place is not in the draft. */
  onGoToError: (() => void) | null;
}

/** Why a run failed, with one line of help, as soon as it is known. */
export function RunFailure({ entry, failures, help, onGoToError }: RunFailureProps) {
  const t = useTranslations('sql.error');
  const shortcut = useShortcutText();
  // What keeps the session from the server stands in the note about the session, with its help.
  const kind = entry.kind === 'sql-error' ? sqlErrorHelp(entry.error) : null;
  const goTo = onGoToError !== null && (
    <Button variant="ghost" title={shortcut('goToError')} onClick={onGoToError}>
      {t('goTo')}
    </Button>
  );
  return (
    <div role="alert" className={styles.failure}>
      <Icon name="warning" />
      <div className={styles.text}>
        <FailureText entry={entry} actions={goTo} />
        {kind !== null && <ErrorHelpLine kind={kind} context={help} />}
        {failures > 1 && <p>{t('more', { count: failures - 1 })}</p>}
      </div>
    </div>
  );
}

function FailureText({ entry, actions }: { entry: FailureEntry; actions: ReactNode }) {
  const t = useTranslations('sql.error');
  const present = useErrorPresentation();
  // There is a session again, or this would stand in the note about it.
  const cutOff = (error: AppError) =>
    error.code === 'database-unreachable' ? t('cutOff', { reason: error.reason }) : null;
  switch (entry.kind) {
    case 'sql-error':
      return <SqlErrorView error={entry.error} actions={actions} />;
    case 'failure':
      return <PlainText text={cutOff(entry.error) ?? present(entry.error).text} />;
    case 'command-error':
      return (
        <p>
          <PlainText
            text={t(`command.${entry.problem}`, { command: entry.command, detail: entry.detail ?? '' })}
          />
        </p>
      );
  }
}
