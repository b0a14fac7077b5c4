import { useTranslations } from 'use-intl';
import { ErrorBanner } from '../../../components/error-banner.tsx';
import type { ConsoleModel } from '../use-console.ts';
import { isConnected } from './is-connected.ts';
import { LinkNote } from './link-note.tsx';
import { SessionNote } from './session-note.tsx';

/** What a person has to know before the results: no session, a draft that is not saved, a run that did not begin. */
export function ConsoleNotes({ model }: { model: ConsoleModel }) {
  const t = useTranslations('sql');
  const { feed, help, saveError, runControl, files } = model;
  const notStarted = runControl.error ?? files.error;
  return (
    <>
      {feed.state !== null && <LinkNote state={feed.state} context={help} />}
      {isConnected(feed.state) && <SessionNote events={feed.outcome.session} />}
      {saveError !== null && saveError.code !== 'connection-lost' && (
        <ErrorBanner title={t('draft.notSaved')} error={saveError} />
      )}
      {notStarted !== null && <ErrorBanner title={t('notStarted')} error={notStarted} />}
    </>
  );
}
