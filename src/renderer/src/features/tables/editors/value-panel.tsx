import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RelationColumn } from '../../../../../shared/contract/relations.ts';
import type { StagedValue } from '../../../../../shared/contract/row-changes.ts';
import { Segments } from '../../../components/segments.tsx';
import { visibleText } from '../../../components/visible-text.ts';
import { ChoiceMenu } from './choice-menu.tsx';
import { firstText, valueOfText } from './edit-draft.ts';
import { isLeft } from './is-left.ts';
import { JsonBar } from './json-bar.tsx';
import { useCommitOnLeave } from './use-commit-on-leave.ts';
import { usePlaceholder } from './use-placeholder.ts';
import { valueOfChoice } from './value-choices.ts';
import styles from './value-editor.module.css';
import { ValueFiles } from './value-files.tsx';
import { laidOutLook, ValueLaidOut, type ValueLook } from './value-laid-out.tsx';
import { ValueLength } from './value-length.tsx';

interface ValuePanelProps {
  column: RelationColumn;
  value: StagedValue;
  refusal: string | null;
  problem: string | null;
  onChange: (value: StagedValue) => void;
}

/** A whole value: its text to be typed, or laid out by its type; files; what cannot be typed. */
export function ValuePanel({ column, value, refusal, problem, onChange }: ValuePanelProps) {
  const t = useTranslations('tableEditors.panel');
  const laidOut = laidOutLook(column.valueType);
  const [look, setLook] = useState<ValueLook>(column.valueType === 'bytea' ? 'bytes' : 'text');
  // Null: nothing was typed since it was staged.
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? firstText(value, { kind: 'keep' });
  const placeholder = usePlaceholder(column, value);
  const control = useRef<HTMLTextAreaElement>(null);
  const menu = useRef<HTMLButtonElement>(null);

  const change = (next: StagedValue | undefined) => {
    setDraft(null);
    if (next !== undefined) onChange(next);
  };
  const taken = useRef<string>(null);
  const commit = () => {
    // Closing takes the focus away first, and then the panel.
    if (draft === null || draft === taken.current) return;
    taken.current = draft;
    change(valueOfText(column, value, draft));
  };
  useCommitOnLeave(commit);

  return (
    <>
      <div className={styles.bar}>
        <ValueLength column={column} value={draft ?? value} />
        <span className={styles.space} />
        {laidOut !== null && (
          <Segments
            label={t('view')}
            value={look}
            onChange={setLook}
            options={[
              { value: laidOut, label: t(`look.${laidOut}`) },
              { value: 'text', label: t('look.text') },
            ]}
          />
        )}
        <ValueFiles
          column={column}
          text={typeof value === 'string' || draft !== null ? text : null}
          canChange={refusal === null}
          onLoad={change}
        />
        {refusal === null && (
          <ChoiceMenu
            ref={menu}
            column={column}
            finalFocus={() => control.current}
            onOpenChange={() => undefined}
            onChoose={(choice) => change(valueOfChoice(choice))}
          />
        )}
      </div>
      {column.valueType === 'json' && look === 'text' && (
        <JsonBar text={text} canChange={refusal === null} onFormat={change} />
      )}
      {look === 'text' ? (
        <textarea
          ref={control}
          className={styles.text}
          aria-label={visibleText(column.name)}
          aria-invalid={problem !== null || undefined}
          placeholder={placeholder}
          readOnly={refusal !== null}
          spellCheck={false}
          value={text}
          onChange={(event) => {
            taken.current = null;
            setDraft(event.target.value);
          }}
          onBlur={(event) => isLeft(event) && commit()}
        />
      ) : (
        <ValueLaidOut
          look={look}
          column={column}
          text={text}
          canChange={refusal === null}
          onChange={change}
        />
      )}
    </>
  );
}
