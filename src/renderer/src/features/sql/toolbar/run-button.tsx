import { useTranslations } from 'use-intl';
import { Button } from '../../../components/button.tsx';
import { isMac } from '../../../components/key-combo.ts';
import { SteadyText } from '../../../components/steady-text.tsx';
import { ariaShortcut } from '../shortcuts.ts';
import { useShortcutText } from '../use-shortcut-text.ts';

interface RunButtonProps {
  running: boolean;
  cancelling: boolean;
  starting: boolean;
  disabledReason: string | null;
  onRun: () => void;
  onCancel: () => void;
}

/** `Run`, and while something runs `Cancel query` in the same place: one button, so that focus and layout stay. */
export function RunButton({
  running,
  cancelling,
  starting,
  disabledReason,
  onRun,
  onCancel,
}: RunButtonProps) {
  const t = useTranslations('sql.toolbar');
  const shortcut = useShortcutText();
  const name = running ? 'cancel' : 'run';
  const other = running ? 'run' : 'cancel';
  return (
    <Button
      variant={running ? 'danger' : 'primary'}
      title={`${t(`${name}Title`)} (${shortcut(name)})`}
      aria-keyshortcuts={ariaShortcut(name, isMac)}
      busy={cancelling || (starting && !running)}
      disabledReason={running ? null : disabledReason}
      // The second half of a double click must not cancel what the first began.
      onClick={(event) => (running ? event.detail < 2 && onCancel() : onRun())}
    >
      <SteadyText text={t(name)} other={t(other)} />
    </Button>
  );
}
