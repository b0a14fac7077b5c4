import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { isPressed } from '../../../components/key-combo.ts';
import { type EditCommand, editCombos, editCommands } from './edit-combos.ts';
import type { TableEdit } from './use-table-edit.ts';

export interface CommandState {
  /** Null: it can be done. */
  reason: string | null;
  run: () => void;
}

export type EditCommands = Readonly<Record<EditCommand, CommandState>>;

/** What can be done to the rows now, and why the rest cannot. */
export function useEditCommands(edit: TableEdit): EditCommands {
  const t = useTranslations('tableEdit.why');
  const { subject, table, saving, actions } = edit;
  const { relation, blocked } = subject;
  const hasRow = edit.rows.length > 0;
  const readOnly = relation.readOnlyReason === null ? null : t(relation.readOnlyReason);
  const running = saving.state.running === null ? null : t('running');
  const refuse = (isRefused: boolean, why: Parameters<typeof t>[0]) => (isRefused ? t(why) : null);
  const noRow = refuse(!hasRow, 'noRow');
  const noInsert = readOnly ?? refuse(!relation.can.insert, 'noInsert');
  return {
    add: { reason: noInsert, run: actions.add },
    duplicate: { reason: noInsert ?? noRow, run: actions.duplicate },
    remove: {
      reason: readOnly ?? noRow ?? refuse(!relation.can.delete && !isNew(edit), 'noDelete'),
      run: actions.remove,
    },
    undo: { reason: refuse(table.undo.length === 0, 'nothingToUndo'), run: edit.undo },
    redo: { reason: refuse(table.redo.length === 0, 'nothingToRedo'), run: edit.redo },
    save: {
      reason: running ?? refuse(table.rows.size === 0, 'nothingChanged') ?? readOnly ?? blocked,
      run: saving.save,
    },
  };
}

/** All selected rows are new ones, which need no right to go. */
const isNew = ({ selected }: TableEdit): boolean =>
  selected.length > 0 && selected.every(({ target }) => target?.kind === 'new');

/** Does what a key stands for. True: it was one of them. */
export function pressEditKey(event: KeyboardEvent, commands: EditCommands, focusGrid: () => void): boolean {
  const command = editCommands.find((name) =>
    editCombos[name].some((combo) => isPressed(event.nativeEvent, combo)),
  );
  if (command === undefined || event.defaultPrevented) return false;
  const isInText =
    event.target instanceof Element && event.target.matches('input, textarea, [contenteditable=true]');
  if (isInText && command !== 'save') return false;
  event.preventDefault();
  // What is being typed goes to its owner when it loses the focus.
  if (isInText) focusGrid();
  if (isInText || commands[command].reason === null) commands[command].run();
  return true;
}
