import { useTranslations } from 'use-intl';
import { ErrorBanner } from '../../../components/error-banner.tsx';
import { RunFailure } from '../errors/run-failure.tsx';
import type { ConsoleModel } from '../use-console.ts';
import { LinkNote } from './link-note.tsx';
import { SessionNote } from './session-note.tsx';

/** What a person has to know before the results: no session, a draft that is not saved, an error. */
export function ConsoleNotes({ model }: { model: ConsoleModel }) {
  const t = useTranslations('sql');
  const { feed, help, saveError, runControl, files } = model;
  const { failure, failures } = feed.outcome;
  // While there is no session, the note about it says why.
  const connected = feed.state?.link === 'ready' || feed.state?.link === 'closed';
  const notStarted = runControl.error ?? files.error;
  return (
    <>
      {feed.state !== null && <LinkNote state={feed.state} context={help} />}
      {connected && <SessionNote events={feed.outcome.session} />}
      {saveError !== null && saveError.code !== 'connection-lost' && (
        <ErrorBanner title={t('draft.notSaved')} error={saveError} />
      )}
      {notStarted !== null && <ErrorBanner title={t('notStarted')} error={notStarted} />}
      {failure !== null && (connected || failure.kind !== 'failure') && (
        <RunFailure
          entry={failure}
          failures={failures}
          help={help}
          onGoToError={model.placeOf(failure) === null ? null : () => model.editor.current?.goToError()}
        />
      )}
    </>
  );
}
