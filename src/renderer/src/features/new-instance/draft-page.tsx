import { useEffect, useId, useMemo, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import { Button } from '../../components/button.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { PageBody } from '../../components/page-body.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useNoEngine } from '../engine/use-no-engine.ts';
import { CreateFailure } from './create-failure.tsx';
import { CreateProgress } from './create-progress.tsx';
import { useDraftStore } from './draft-store.ts';
import { focusFirstError } from './focus-first-error.ts';
import type { FormIssue } from './form-issue.ts';
import type { InstanceDraft } from './instance-draft.ts';
import styles from './new-instance-form.module.css';
import { NewInstanceForm } from './new-instance-form.tsx';
import { specOfDraft } from './spec-of-draft.ts';
import { useCreation } from './use-creation.ts';
import { useFormCheck } from './use-form-check.ts';

const NONE: readonly FormIssue[] = [];

/** A draft being typed, or its creation under way. */
export function DraftPage({ draft, onStartOver }: { draft: InstanceDraft; onStartOver: () => void }) {
  const t = useTranslations('newInstance');
  const { edit, asked, askAll, failure, operationId } = useDraftStore();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const spec = useMemo(() => specOfDraft(draft), [draft]);
  const check = useFormCheck(spec, failure?.issues ?? NONE, asked);
  const { operation, starting, submit } = useCreation();
  const creating = operationId !== null;
  const noEngine = useNoEngine();

  const focusErrors = (issues: readonly FormIssue[]) => {
    if (form.current !== null) focusFirstError(form.current, new Set(issues.map(({ field }) => field)));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each attempt that failed
  useEffect(() => {
    if (failure !== null && failure.issues.length > 0) focusErrors(failure.issues);
  }, [failure !== null]);

  const trySubmit = () => {
    if (creating || starting || noEngine !== null) return;
    if (check.errors.length === 0) return submit(spec);
    // What is invalid must be on screen before it can have the focus.
    flushSync(askAll);
    focusErrors(check.errors);
  };

  return (
    <>
      <PageHeader title={t('title')} sub={t('subtitle')}>
        {!creating && (
          <>
            {check.errorsShown > 0 && (
              <span className={styles.left}>{t('errorsLeft', { count: check.errorsShown })}</span>
            )}
            <Button variant="ghost" onClick={onStartOver}>
              {t('startOver')}
            </Button>
            <LinkButton to="/instances">{t('cancel')}</LinkButton>
            <Button variant="primary" type="submit" form={formId} busy={starting} disabledReason={noEngine}>
              {t('create')}
            </Button>
          </>
        )}
      </PageHeader>
      <PageBody stack>
        {creating ? (
          <CreateProgress operation={operation} name={draft.name} />
        ) : (
          <>
            {failure !== null && <CreateFailure failure={failure} name={draft.name} />}
            <NewInstanceForm
              ref={form}
              id={formId}
              draft={draft}
              check={check}
              edit={edit}
              onSubmit={trySubmit}
            />
          </>
        )}
      </PageBody>
    </>
  );
}
