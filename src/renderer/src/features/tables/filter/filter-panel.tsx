import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { WindowError } from '../../../api/call-failure.ts';
import { Button } from '../../../components/button.tsx';
import { PlainText } from '../../../components/plain-text.tsx';
import { Segments } from '../../../components/segments.tsx';
import { useErrorPresentation } from '../../../errors/use-error-presentation.ts';
import { firstPage, noFilter } from '../../../stores/table-view-store.ts';
import type { TableSubject } from '../table-subject.ts';
import { ConditionRow } from './condition-row.tsx';
import { type FailedPart, failedPart } from './failed-part.ts';
import {
  askedOf,
  type ConditionDraft,
  conditionOf,
  draftOf,
  type FilterDraft,
  filterOf,
  isIncomplete,
  withoutBlank,
} from './filter-draft.ts';
import styles from './filter-panel.module.css';
import { WhereField } from './where-field.tsx';
import { whereProblem } from './where-problem.ts';

interface FilterPanelProps {
  subject: TableSubject;
  /** Where a new condition begins. */
  activeColumn: string | null;
  /** Why the server refused the filter that is asked for. */
  error: DatabaseError | null;
  /** It came on screen; returns whether it was opened just now, to be typed in. */
  onShown: () => boolean;
  /** Escape. */
  onLeave: () => void;
}

/** Which rows are shown: conditions by column, and an expression as one writes it. Enter asks for them. */
export function FilterPanel({ subject, activeColumn, error, onShown, onLeave }: FilterPanelProps) {
  const t = useTranslations('tables.filter');
  const { relation, view, change } = subject;
  const present = useErrorPresentation();
  const form = useFocusWhenOpened(onShown);
  const [tried, setTried] = useState(false);
  // Another cell that becomes active does not change what is being typed.
  const [begun] = useState(activeColumn);
  const draft = view.filterDraft ?? firstDraft(subject, begun);
  const set = (next: FilterDraft) => change({ filterDraft: next });
  const columnOf = (name: string) => relation.columns.find((column) => column.name === name);
  const isMissing = (one: ConditionDraft) => isIncomplete(one, columnOf(one.column));

  const apply = () => {
    const asked = withoutBlank(draft);
    const isWrong = asked.conditions.some(isMissing) || whereProblem(draft.where) !== null;
    setTried(isWrong);
    if (!isWrong) change({ filter: filterOf(asked), filterDraft: asked, page: firstPage, selection: null });
  };
  const clear = () => {
    setTried(false);
    change({ filter: noFilter, filterDraft: draftOf(noFilter), page: firstPage, selection: null });
  };
  const add = () => {
    const column = columnOf(activeColumn ?? '') ?? relation.columns[0];
    if (column !== undefined) set({ ...draft, conditions: [...draft.conditions, conditionOf(column)] });
  };
  const part = error === null ? null : failedPart(view.filter, error.reason, error.sqlState);
  const said = error === null ? undefined : <PlainText text={present(error).text} multiline />;
  return (
    <form
      ref={form}
      className={styles.panel}
      aria-label={t('label')}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && event.target instanceof HTMLInputElement) onLeave();
      }}
    >
      {draft.conditions.length > 1 && (
        <Segments
          label={t('match.label')}
          value={draft.match}
          onChange={(match) => set({ ...draft, match })}
          options={(['all', 'any'] as const).map((value) => ({ value, label: t(`match.${value}`) }))}
        />
      )}
      {draft.conditions.map((condition, index) => (
        <ConditionRow
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions are known by their place
          key={index}
          number={index + 1}
          columns={relation.columns}
          condition={condition}
          missing={tried && isMissing(condition)}
          error={isSameCondition(condition, part) ? said : undefined}
          onChange={(next) => set({ ...draft, conditions: draft.conditions.with(index, next) })}
          onRemove={() => set({ ...draft, conditions: draft.conditions.filter((_, at) => at !== index) })}
        />
      ))}
      <div className={styles.last}>
        <Button variant="ghost" onClick={add}>
          {t('add')}
        </Button>
        <WhereField
          where={draft.where}
          onChange={(where) => set({ ...draft, where })}
          error={part === 'where' ? said : undefined}
          tried={tried}
        />
        <Button variant="primary" type="submit" disabledReason={subject.blocked}>
          {t('apply')}
        </Button>
        <Button onClick={clear}>{t('clear')}</Button>
      </div>
      {part === 'filter' && (
        <p role="alert" className={styles.error}>
          {said}
        </p>
      )}
    </form>
  );
}

type DatabaseError = Extract<WindowError, { code: 'database-error' }>;

/** It still asks for what the server refused. */
const isSameCondition = (draft: ConditionDraft, part: FailedPart | null): boolean =>
  JSON.stringify(askedOf(draft)) === JSON.stringify(part);

function useFocusWhenOpened(onShown: () => boolean): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it comes on screen
  useEffect(() => {
    if (onShown()) form.current?.querySelector<HTMLElement>('input:not([aria-hidden=true])')?.focus();
  }, []);
  return form;
}

/** Begins with the filter there is, or with one condition to fill in. */
function firstDraft({ relation, view }: TableSubject, activeColumn: string | null): FilterDraft {
  const draft = draftOf(view.filter);
  const column = relation.columns.find(({ name }) => name === activeColumn) ?? relation.columns[0];
  if (draft.conditions.length > 0 || draft.where !== '' || column === undefined) return draft;
  return { ...draft, conditions: [conditionOf(column)] };
}
