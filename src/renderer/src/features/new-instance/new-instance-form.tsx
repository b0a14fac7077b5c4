import { type RefObject, useState } from 'react';
import { ByHand } from './by-hand.tsx';
import { useDraftStore } from './draft-store.ts';
import type { DraftEdit } from './edit-draft.ts';
import { fieldsLeft } from './fields-left.ts';
import type { InstanceDraft } from './instance-draft.ts';
import { LoginFields } from './login-fields.tsx';
import styles from './new-instance-form.module.css';
import { ReachFields } from './reach-fields.tsx';
import { RunningFields } from './running-fields.tsx';
import { ScriptsField } from './scripts-field.tsx';
import { ServerFields } from './server-fields.tsx';
import { StorageFields } from './storage-fields.tsx';
import type { FormCheck } from './use-form-check.ts';

interface NewInstanceFormProps {
  ref: RefObject<HTMLFormElement | null>;
  id: string;
  draft: InstanceDraft;
  check: FormCheck;
  edit: (edit: DraftEdit) => void;
  onSubmit: () => void;
}

/** The fields, and beside them what they come to as a command. */
export function NewInstanceForm({ ref, id, draft, check, edit, onSubmit }: NewInstanceFormProps) {
  const [shown, setShown] = useState(false);
  const ask = useDraftStore((store) => store.ask);
  const part = { draft, issues: check.issues, edit };
  return (
    <div className={styles.layout}>
      <form
        ref={ref}
        id={id}
        className={styles.fields}
        noValidate
        onBlur={({ target }) => ask(fieldsLeft(target))}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <ServerFields {...part} />
        <LoginFields {...part} shown={shown} onShow={setShown} />
        <ReachFields {...part} />
        <StorageFields {...part} judged={check.answer?.storage ?? null} current={check.current} />
        <ScriptsField {...part} />
        <RunningFields {...part} />
      </form>
      <aside className={styles.aside}>
        <ByHand command={check.answer?.command ?? null} password={draft.password} shown={shown} />
      </aside>
    </div>
  );
}
