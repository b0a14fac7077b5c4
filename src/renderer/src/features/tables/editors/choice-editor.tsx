import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { StagedValue } from '../../../../../shared/contract/row-changes.ts';
import { visibleText } from '../../../components/visible-text.ts';
import styles from './cell-editor.module.css';
import type { CellEditorProps } from './cell-editor.tsx';
import { ChoiceList } from './choice-list.tsx';
import { pressInEditor } from './editor-keys.ts';
import { isLeft } from './is-left.ts';
import { matchingChoices } from './matching-choices.ts';
import { sameValue } from './same-value.ts';
import { useChoices } from './use-choices.ts';
import { useEditorEnd } from './use-editor-end.ts';
import { usePlaceholder } from './use-placeholder.ts';

/** One of a few values: arrow keys go through them, typing finds them. */
export function ChoiceEditor({
  column,
  value,
  start,
  mostWidthPx,
  mostHeightPx,
  onEnd,
  onOpen,
}: CellEditorProps) {
  const id = useId();
  const choices = useChoices(column);
  const [text, setText] = useState(start.kind === 'replace' ? start.text : '');
  const shown = matchingChoices(choices, text);
  const isSame = (index: number) => sameValue(shown[index]?.value, value);
  const [picked, setPicked] = useState<number | null>(null);
  const current = shown.findIndex((_, index) => isSame(index));
  const index = Math.min(picked ?? (text === '' && current >= 0 ? current : 0), shown.length - 1);
  const placeholder = usePlaceholder(column, value);
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus({ preventScroll: true }), []);

  // A text that is none of them is kept, too: what is wrong with it is told at the cell.
  const chosen = (): StagedValue | undefined => {
    const choice = shown[index];
    if (choice === undefined) return text === '' ? undefined : text;
    return isSame(index) ? undefined : choice.value;
  };
  // What merely stands out in the list was not chosen.
  const left = () => (picked === null && text === '' ? undefined : chosen());
  const end = useEditorEnd(left, onEnd);
  const step = (by: number) => setPicked((index + by + shown.length) % Math.max(1, shown.length));
  const label =
    typeof value === 'string' ? choices.find((choice) => choice.value === value)?.label : undefined;

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the focus of the control in it
    <div
      role="presentation"
      className={styles.frame}
      style={{ maxWidth: mostWidthPx }}
      onBlur={(event) => isLeft(event) && end(left(), 'leave')}
    >
      <input
        ref={input}
        role="combobox"
        aria-label={visibleText(column.name)}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={index >= 0 ? `${id}-${index}` : undefined}
        className={styles.control}
        autoComplete="off"
        spellCheck={false}
        placeholder={label ?? placeholder}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setPicked(null);
        }}
        onKeyDown={(event) => {
          const isTaken = pressInEditor(event, {
            onCommit: (move) => end(chosen(), move),
            onCancel: () => end(undefined, 'stay'),
            onNull: () => end(value === null ? undefined : null, 'stay'),
            onMenu: () => step(1),
            onOpen: () => {
              end(left(), 'stay');
              onOpen();
            },
          });
          if (!isTaken && event.key === 'ArrowDown') step(1);
          else if (!isTaken && event.key === 'ArrowUp') step(-1);
          else if (!isTaken) return;
          event.preventDefault();
        }}
      />
      <ChoiceList
        id={id}
        label={visibleText(column.name)}
        choices={shown}
        active={index}
        isCurrent={isSame}
        mostWidthPx={mostWidthPx}
        mostHeightPx={mostHeightPx}
        onChoose={(choice) => end(sameValue(choice, value) ? undefined : choice, 'stay')}
      />
    </div>
  );
}
