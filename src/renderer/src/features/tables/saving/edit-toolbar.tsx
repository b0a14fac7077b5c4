import { useTranslations } from 'use-intl';
import { Button, type ButtonVariant } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { ariaCombo, comboText, isMac } from '../../../components/key-combo.ts';
import { ChangesChip } from './changes-chip.tsx';
import { type EditCommand, editCombos } from './edit-combos.ts';
import styles from './edit-toolbar.module.css';
import { SaveButton } from './save-button.tsx';
import type { EditCommands } from './use-edit-commands.ts';
import type { TableEdit } from './use-table-edit.ts';

interface EditToolbarProps {
  edit: TableEdit;
  commands: EditCommands;
  onPreview: () => void;
}

/** What can be done with the rows and with what is staged for them. */
export function EditToolbar({ edit, commands, onPreview }: EditToolbarProps) {
  const t = useTranslations('tableEdit.toolbar');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a flex row everywhere
    <div role="group" aria-label={t('label')} className={styles.toolbar}>
      <div className={styles.part}>
        <CommandButton name="add" text={t('addRow')} commands={commands} />
        <CommandButton
          name="duplicate"
          text={t('duplicateRow')}
          commands={commands}
          busy={edit.actions.duplicating}
        />
        <CommandButton name="remove" text={t('deleteRow')} commands={commands} />
        <CommandButton name="undo" text={t('undo')} commands={commands} variant="ghost" icon />
        <CommandButton name="redo" text={t('redo')} commands={commands} variant="ghost" icon />
      </div>
      <SavingPart edit={edit} commands={commands} onPreview={onPreview} />
    </div>
  );
}

function SavingPart({ edit, commands, onPreview }: EditToolbarProps) {
  const t = useTranslations('tableEdit.toolbar');
  const why = useTranslations('tableEdit.why');
  const { saving, table } = edit;
  const busy = saving.state.running === null ? null : why('running');
  const nothing = table.rows.size === 0 ? why('nothingChanged') : null;
  return (
    <div className={styles.saving}>
      <ChangesChip edit={edit} />
      <Button variant="ghost" disabledReason={nothing} onClick={onPreview}>
        {t('preview')}
      </Button>
      <Button disabledReason={nothing ?? busy} onClick={edit.discard}>
        {t('discard')}
      </Button>
      <SaveButton saving={saving} disabledReason={commands.save.reason} />
    </div>
  );
}

interface CommandButtonProps {
  name: EditCommand;
  text: string;
  commands: EditCommands;
  variant?: ButtonVariant;
  busy?: boolean;
  /** Shown as a sign; its name is the text all the same. */
  icon?: boolean;
}

function CommandButton({
  name,
  text,
  commands,
  variant = 'default',
  busy = false,
  icon = false,
}: CommandButtonProps) {
  const { reason, run } = commands[name];
  const [shown] = editCombos[name];
  return (
    <Button
      variant={variant}
      busy={busy}
      square={icon}
      title={`${text} (${comboText(shown, isMac)})`}
      aria-keyshortcuts={editCombos[name].map((combo) => ariaCombo(combo, isMac)).join(' ')}
      disabledReason={reason}
      onClick={run}
      {...(icon ? { 'aria-label': text } : {})}
    >
      {icon ? (
        <span className={name === 'redo' ? styles.mirrored : styles.sign}>
          <Icon name="undo" sizePx={14} />
        </span>
      ) : (
        text
      )}
    </Button>
  );
}
