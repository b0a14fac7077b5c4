import { type ChangeEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ValueType } from '../../../../../shared/contract/relations.ts';
import type { StagedValue } from '../../../../../shared/contract/row-changes.ts';
import { classNames } from '../../../components/class-names.ts';
import { visibleText } from '../../../components/visible-text.ts';
import styles from './cell-editor.module.css';
import type { CellEditorProps } from './cell-editor.tsx';
import { ChoiceMenu } from './choice-menu.tsx';
import { DatePicker } from './date-picker.tsx';
import { firstText, valueOfText } from './edit-draft.ts';
import { pressInEditor } from './editor-keys.ts';
import { isLeft } from './is-left.ts';
import { sameValue } from './same-value.ts';
import { useEditorEnd } from './use-editor-end.ts';
import { usePlaceholder } from './use-placeholder.ts';
import { type SpecialChoice, valueOfChoice } from './value-choices.ts';

/** Their texts may have lines. */
const longTypes: readonly ValueType[] = ['text', 'json', 'array', 'bytea', 'other'];

/** A value as the server's text. Texts may have lines; a date has a calendar beside it. */
export function TextEditor({
  column,
  value,
  start,
  mostWidthPx,
  mostHeightPx,
  onEnd,
  onOpen,
}: CellEditorProps) {
  const [text, setText] = useState(() => firstText(value, start));
  const t = useTranslations('tableEditors');
  const placeholder = usePlaceholder(column, value);
  const control = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const menu = useRef<HTMLButtonElement>(null);
  const isMenuOpen = useRef(false);
  // Chosen in the menu: it counts once the menu has given the focus back, or it would take it from the grid.
  const chosen = useRef<SpecialChoice>(null);
  const calendar = useRef<HTMLInputElement>(null);
  const isCalendarWanted = useRef(false);
  const inside = (): StagedValue | undefined => {
    if (chosen.current === null) return valueOfText(column, value, text, start);
    const next = valueOfChoice(chosen.current);
    return sameValue(next, value) ? undefined : next;
  };
  const end = useEditorEnd(inside, onEnd);
  const { valueType } = column;
  const isLong = longTypes.includes(valueType);
  const isDated = valueType === 'date' || valueType === 'timestamp';

  useLayoutEffect(() => {
    const { current: element } = control;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);

  const wantCalendar = () => {
    isCalendarWanted.current = true;
  };
  const props = {
    ref: control,
    value: text,
    placeholder,
    'aria-label': visibleText(column.name),
    autoComplete: 'off',
    spellCheck: false,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => setText(event.target.value),
    onFocus: () => {
      if (chosen.current !== null) end(inside(), 'stay');
      if (isCalendarWanted.current) calendar.current?.showPicker();
      isCalendarWanted.current = false;
    },
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and focus of the controls in it
    <div
      role="presentation"
      className={styles.frame}
      style={{ maxWidth: mostWidthPx }}
      onKeyDown={(event) => {
        // A menu's keys come here, too.
        if (!(event.target instanceof Node && event.currentTarget.contains(event.target))) return;
        const isTaken = pressInEditor(event, {
          onCommit: (move) => end(inside(), move),
          onCancel: () => end(undefined, 'stay'),
          onNull: () => end(value === null ? undefined : null, 'stay'),
          onMenu: () => menu.current?.click(),
          onOpen: () => {
            end(inside(), 'stay');
            onOpen();
          },
        });
        if (isTaken) event.preventDefault();
      }}
      onBlur={(event) => {
        if (!isMenuOpen.current && isLeft(event)) end(inside(), 'leave');
      }}
    >
      {isLong ? (
        <textarea {...props} rows={1} className={styles.control} style={{ maxHeight: mostHeightPx }} />
      ) : (
        <input {...props} className={classNames(styles.control, column.align === 'right' && styles.right)} />
      )}
      {isDated && <DatePicker ref={calendar} text={text} onPick={setText} />}
      <ChoiceMenu
        ref={menu}
        column={column}
        finalFocus={() => control.current}
        onOpenChange={(isOpen) => {
          isMenuOpen.current = isOpen;
        }}
        onChoose={(choice) => {
          chosen.current = choice;
        }}
        more={isDated ? [{ label: t('calendar'), onSelect: wantCalendar }] : []}
      />
    </div>
  );
}
