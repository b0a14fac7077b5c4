import { useTranslations } from 'use-intl';
import type { ConsoleState } from '../../../../../shared/contract/consoles.ts';
import { Banner } from '../../../components/banner.tsx';
import { PlainText } from '../../../components/plain-text.tsx';
import { useErrorPresentation } from '../../../errors/use-error-presentation.ts';
import { linkErrorHelp } from '../errors/error-help.ts';
import { ErrorHelpLine, type HelpContext } from '../errors/error-help-line.tsx';
import styles from './link-note.module.css';

/** Why the console has no session, and what gets it one. */
export function LinkNote({ state, context }: { state: ConsoleState; context: HelpContext }) {
  const t = useTranslations('sql.link');
  const present = useErrorPresentation();
  const { link, reason } = state;
  if (!context.up)
    return (
      <Banner tone="info">
        <div className={styles.note}>
          <ErrorHelpLine kind="start" context={context} />
        </div>
      </Banner>
    );
  if (link !== 'waiting' && link !== 'failed') return null;
  const help = reason === null ? null : linkErrorHelp(reason, context.up);
  return (
    <Banner tone={link === 'failed' ? 'bad' : 'warn'}>
      <div className={styles.note}>
        <p>
          <strong>{t(`${link}Title`)}</strong> {reason !== null && <PlainText text={present(reason).text} />}
        </p>
        {help !== null ? (
          <ErrorHelpLine kind={help} context={context} />
        ) : (
          <p>{t(link === 'waiting' ? 'waitingBody' : 'failedBody')}</p>
        )}
      </div>
    </Banner>
  );
}
