import { useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RunQuestion } from '../../../../../shared/contract/consoles.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { DangerList } from './danger-list.tsx';
import { ParameterFields } from './parameter-fields.tsx';
import styles from './run-question-dialog.module.css';

export type ParameterValues = Record<string, string | null>;

interface RunQuestionDialogProps {
  question: RunQuestion;
  /** What was given for a name the last time. */
  remembered: ReadonlyMap<string, string | null>;
  busy: boolean;
  onAnswer: (values: ParameterValues) => void;
  onCancel: () => void;
}

/** What a run would do that cannot be taken back, and the values it needs. Enter alone does nothing dangerous. */
export function RunQuestionDialog({
  question: { dangers, moreDangers, parameters },
  remembered,
  busy,
  onAnswer,
  onCancel,
}: RunQuestionDialogProps) {
  const t = useTranslations('sql.question');
  const common = useTranslations('common');
  const formId = useId();
  const cancel = useRef<HTMLButtonElement>(null);
  const [values, setValues] = useState<ParameterValues>(() =>
    Object.fromEntries(
      parameters.map((name) => [name, remembered.get(name) ?? (remembered.has(name) ? null : '')]),
    ),
  );
  const dangerous = dangers.length > 0;
  return (
    <Dialog
      open
      onClose={onCancel}
      kind={dangerous ? 'confirm' : 'form'}
      wide={dangerous}
      title={t(dangerous ? 'dangerTitle' : 'valuesTitle')}
      {...(dangerous ? { initialFocus: cancel } : {})}
      footer={
        <>
          <Button ref={cancel} onClick={onCancel}>
            {common('cancel')}
          </Button>
          <Button
            variant={dangerous ? 'danger-primary' : 'primary'}
            busy={busy}
            {...(dangerous ? { onClick: () => onAnswer(values) } : { type: 'submit' as const, form: formId })}
          >
            {t(dangerous ? 'runAnyway' : 'run')}
          </Button>
        </>
      }
    >
      {dangerous && <DangerList dangers={dangers} more={moreDangers} />}
      <form
        id={formId}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!dangerous) onAnswer(values);
        }}
      >
        {parameters.length > 0 && (
          <ParameterFields
            names={parameters}
            values={values}
            onChange={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
          />
        )}
      </form>
    </Dialog>
  );
}
