import { useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type WindowError, windowErrorOf } from '../../../api/call-failure.ts';
import { checkIdentity } from '../../../api/tables.ts';
import { Button } from '../../../components/button.tsx';
import { CheckboxField } from '../../../components/checkbox-field.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorBanner } from '../../../components/error-banner.tsx';
import { visibleText } from '../../../components/visible-text.ts';
import { firstPage } from '../../../stores/table-view-store.ts';
import type { TableSubject } from '../table-subject.ts';
import styles from './identity-dialog.module.css';

type Check =
  | { state: 'none' }
  | { state: 'running' }
  | { state: 'failed'; error: WindowError }
  | { state: 'unfit'; duplicates: number; nulls: number };

/** Which columns tell the rows apart; they are checked before they are taken. */
export function IdentityDialog({ subject, onClose }: { subject: TableSubject; onClose: () => void }) {
  const t = useTranslations('tables.identity');
  const common = useTranslations('common');
  const formId = useId();
  const { relation, place, view, change } = subject;
  const [columns, setColumns] = useState<readonly string[]>(view.identity ?? []);
  const [check, setCheck] = useState<Check>({ state: 'none' });
  const life = useRef<AbortController>(null);
  useEffect(() => () => life.current?.abort(), []);

  const turn = (name: string, on: boolean) => {
    life.current?.abort();
    setCheck({ state: 'none' });
    setColumns(
      relation.columns
        .map((column) => column.name)
        .filter((one) => (one === name ? on : columns.includes(one))),
    );
  };
  const use = async (signal: AbortSignal) => {
    setCheck({ state: 'running' });
    try {
      const { duplicates, nulls } = await checkIdentity(place, [...columns], signal);
      if (signal.aborted) return;
      if (duplicates + nulls > 0) return setCheck({ state: 'unfit', duplicates, nulls });
      change({ identity: [...columns], page: firstPage });
      onClose();
    } catch (cause) {
      if (!signal.aborted) setCheck({ state: 'failed', error: windowErrorOf(cause) });
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('choose')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            busy={check.state === 'running'}
            disabledReason={columns.length === 0 ? t('none') : null}
          >
            {t('use')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          life.current?.abort();
          life.current = new AbortController();
          void use(life.current.signal);
        }}
      >
        <p>{t('intro')}</p>
        <fieldset className={styles.columns}>
          <legend className="visually-hidden">{t('columns')}</legend>
          {relation.columns.map(({ name, type }) => (
            <CheckboxField
              key={name}
              label={`${visibleText(name)} · ${type}`}
              checked={columns.includes(name)}
              onChange={(on) => turn(name, on)}
            />
          ))}
        </fieldset>
        <Outcome check={check} />
      </form>
    </Dialog>
  );
}

function Outcome({ check }: { check: Check }) {
  const t = useTranslations('tables.identity');
  switch (check.state) {
    case 'none':
      return null;
    case 'running':
      return <p role="status">{t('checking')}</p>;
    case 'failed':
      return <ErrorBanner title={t('unchecked')} error={check.error} />;
    case 'unfit':
      return (
        <div role="alert" className={styles.unfit}>
          {check.duplicates > 0 && <p>{t('duplicates', { rows: check.duplicates })}</p>}
          {check.nulls > 0 && <p>{t('nulls', { rows: check.nulls })}</p>}
        </div>
      );
  }
}
