import { type ChangeEvent, useLayoutEffect, useRef, useState } from 'react';
import type { StagedValue } from '../../../../../shared/contract/tables.ts';
import { classNames } from '../../../components/class-names.ts';
import { visibleText } from '../../../components/visible-text.ts';
import styles from './cell-editor.module.css';
import type { CellEditorProps } from './cell-editor.tsx';
import { ChoiceMenu } from './choice-menu.tsx';
import { DatePicker } from './date-picker.tsx';
import { firstText, valueOfText } from './edit-draft.ts';
import { pressInEditor } from './editor-keys.ts';
import { isLeft } from './is-left.ts';
import { useEditorEnd } from './use-editor-end.ts';
import { usePlaceholder } from './use-placeholder.ts';
import { type SpecialChoice, valueOfChoice } from './value-choices.ts';

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
  const placeholder = usePlaceholder(column, value);
  const control = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const menu = useRef<HTMLButtonElement>(null);
  const isMenuOpen = useRef(false);
  const typed = () => valueOfText(column, value, text);
  const end = useEditorEnd(typed, onEnd);
  const { valueType } = column;
  const isLong = valueType === 'text' || valueType === 'other' || valueType === 'array';
  const isDated = valueType === 'date' || valueType === 'timestamp';

  useLayoutEffect(() => {
    const { current: element } = control;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);

  const choose = (choice: SpecialChoice) => {
    const chosen: StagedValue = valueOfChoice(choice);
    end(chosen === value ? undefined : chosen, 'stay');
  };
  const props = {
    ref: control,
    value: text,
    placeholder,
    'aria-label': visibleText(column.name),
    autoComplete: 'off',
    spellCheck: false,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => setText(event.target.value),
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
          onCommit: (move) => end(typed(), move),
          onCancel: () => end(undefined, 'stay'),
          onNull: () => choose('null'),
          onMenu: () => menu.current?.click(),
          onOpen: () => {
            end(typed(), 'stay');
            onOpen();
          },
        });
        if (isTaken) event.preventDefault();
      }}
      onBlur={(event) => {
        if (!isMenuOpen.current && isLeft(event)) end(typed(), 'leave');
      }}
    >
      {isLong ? (
        <textarea {...props} rows={1} className={styles.control} style={{ maxHeight: mostHeightPx }} />
      ) : (
        <input {...props} className={classNames(styles.control, column.align === 'right' && styles.right)} />
      )}
      {isDated && <DatePicker text={text} onPick={setText} />}
      <ChoiceMenu
        ref={menu}
        column={column}
        back={control}
        onOpenChange={(isOpen) => {
          isMenuOpen.current = isOpen;
        }}
        onChoose={choose}
      />
    </div>
  );
}
