import { useTranslations } from 'use-intl';
import type { Instance } from '../../../../../shared/contract/instances.ts';
import { useConnectConsole } from '../../../api/consoles.ts';
import { Button } from '../../../components/button.tsx';
import { PasswordForm } from '../../instance/password-form.tsx';
import { useInstanceLife } from '../../instance/use-instance-life.ts';
import type { ErrorHelp } from './error-help.ts';
import styles from './error-help-line.module.css';

/** What the buttons of the help lines act on. */
export interface HelpContext {
  instance: Instance;
  /** The instance has a process. */
  up: boolean;
  consoleId: string;
  user: string;
  onShowTables: () => void;
  onRollback: () => void;
  onAllowWriting: () => void;
  /** Something runs or is on its way: buttons that run have to wait. */
  busy: string | null;
}

/** What to do about a typical error, in one line, with a button where there is something to press. */
export function ErrorHelpLine({ kind, context }: { kind: ErrorHelp; context: HelpContext }) {
  const t = useTranslations('sql.help');
  return (
    <div className={styles.help}>
      <p>{t(kind, { name: context.instance.name })}</p>
      <HelpAction kind={kind} context={context} />
    </div>
  );
}

function HelpAction({ kind, context }: { kind: ErrorHelp; context: HelpContext }) {
  const t = useTranslations('sql.help.action');
  const { instance, busy, onShowTables, onRollback, onAllowWriting } = context;
  switch (kind) {
    case 'show-tables':
      return (
        <Button disabledReason={busy} onClick={onShowTables}>
          {t('showTables')}
        </Button>
      );
    case 'rollback':
      return (
        <Button disabledReason={busy} onClick={onRollback}>
          {t('rollback')}
        </Button>
      );
    case 'read-only':
      return <Button onClick={onAllowWriting}>{t('allowWriting')}</Button>;
    case 'start':
      return <StartButton instance={instance} />;
    case 'type-password':
      return <TypedPassword context={context} />;
    case 'too-many-connections':
    case 'no-login':
    case 'no-database':
      return <ConnectButton consoleId={context.consoleId} />;
    case 'starting-up':
    case 'disk-full':
    case 'out-of-memory':
    case 'statement-timeout':
    case 'cancelled':
    case 'lock-timeout':
    case 'deadlock':
    case 'session-ended':
      return null;
  }
}

function StartButton({ instance }: { instance: Instance }) {
  const t = useTranslations('instance.action');
  const life = useInstanceLife(instance);
  return (
    <Button variant="primary" busy={life.starting || instance.operationId !== null} onClick={life.start}>
      {t('start')}
    </Button>
  );
}

function ConnectButton({ consoleId }: { consoleId: string }) {
  const t = useTranslations('sql.help.action');
  const connect = useConnectConsole();
  return (
    <Button busy={connect.isPending} onClick={() => connect.mutate({ id: consoleId })}>
      {t('connect')}
    </Button>
  );
}

function TypedPassword({ context: { instance, user, consoleId } }: { context: HelpContext }) {
  const connect = useConnectConsole();
  return (
    <PasswordForm name={instance.name} user={user} known onSaved={() => connect.mutate({ id: consoleId })} />
  );
}
