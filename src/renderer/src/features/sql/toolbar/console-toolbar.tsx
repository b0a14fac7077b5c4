import { useTranslations } from 'use-intl';
import { Button } from '../../../components/button.tsx';
import { isMac } from '../../../components/key-combo.ts';
import type { ShortcutName } from '../shortcuts.ts';
import { ariaShortcut } from '../shortcuts.ts';
import { useShortcutText } from '../use-shortcut-text.ts';
import styles from './console-toolbar.module.css';
import { RunButton } from './run-button.tsx';
import { SettingsMenu } from './settings-menu.tsx';

export interface ToolbarActions {
  run: () => void;
  runAll: () => void;
  cancel: () => void;
  explain: () => void;
  format: () => void;
  history: () => void;
  openFile: () => void;
}

interface ConsoleToolbarProps {
  instance: string;
  actions: ToolbarActions;
  running: boolean;
  cancelling: boolean;
  starting: boolean;
  explaining: boolean;
  formatting: boolean;
  historyOpen: boolean;
  /** Why nothing can be run now; null: it can. */
  blocked: string | null;
  /** The psql call that opens the same session; null while it is not known. */
  command: string | null;
}

/** What can be done with the draft and the session. */
export function ConsoleToolbar({
  instance,
  actions,
  running,
  cancelling,
  starting,
  explaining,
  formatting,
  historyOpen,
  blocked,
  command,
}: ConsoleToolbarProps) {
  const t = useTranslations('sql.toolbar');
  const shortcut = useShortcutText();
  const hint = (name: 'runAll' | 'explain' | 'format' | 'history' | 'openFile') => ({
    title: `${t(`${name}Title`)} (${shortcut(name)})`,
    'aria-keyshortcuts': ariaShortcut(name satisfies ShortcutName, isMac),
  });
  const busy = running ? t('why.running') : null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a flex row everywhere
    <div className={styles.toolbar} role="group" aria-label={t('label')}>
      <RunButton
        running={running}
        cancelling={cancelling}
        starting={starting}
        disabledReason={blocked}
        onRun={actions.run}
        onCancel={actions.cancel}
      />
      <Button {...hint('runAll')} disabledReason={busy ?? blocked} onClick={actions.runAll}>
        {t('runAll')}
      </Button>
      <Button
        {...hint('explain')}
        busy={explaining}
        disabledReason={busy ?? blocked}
        onClick={actions.explain}
      >
        {t('explain')}
      </Button>
      <Button {...hint('format')} busy={formatting} onClick={actions.format}>
        {t('format')}
      </Button>
      <Button {...hint('openFile')} onClick={actions.openFile}>
        {t('openFile')}
      </Button>
      <Button variant="ghost" {...hint('history')} aria-expanded={historyOpen} onClick={actions.history}>
        {t('history')}
      </Button>
      <SettingsMenu instance={instance} command={command} />
    </div>
  );
}
