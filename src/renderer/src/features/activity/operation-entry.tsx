import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Operation } from '../../../../shared/contract/operations.ts';
import { classNames } from '../../components/class-names.ts';
import { Duration } from '../../components/duration.tsx';
import { ErrorBanner } from '../../components/error-banner.tsx';
import { Icon } from '../../components/icon.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { type ChipIcon, StatusChip, type Tone } from '../../components/status-chip.tsx';
import { StepList } from '../../components/step-list.tsx';
import { useListedSteps } from '../instance/use-listed-steps.ts';
import styles from './operation-entry.module.css';
import { RecoveryButtons } from './recovery-buttons.tsx';
import { useOperationTexts } from './use-operation-texts.ts';
import { useRowTexts } from './use-row-texts.ts';

const looks: Readonly<Record<Operation['state'], readonly [Tone, ChipIcon]>> = {
  running: ['accent', 'pulse'],
  succeeded: ['ok', 'check'],
  failed: ['bad', 'warning'],
  cancelled: ['idle', 'ring'],
  interrupted: ['warn', 'warning'],
  'rolled-back': ['idle', 'ring'],
};

/** One operation of the journal; its steps unfold. What asks for a decision is unfolded at first. */
export function OperationEntry({ operation }: { operation: Operation }) {
  const texts = useOperationTexts();
  const bodyId = useId();
  const [open, setOpen] = useState(operation.state === 'interrupted');
  const [tone, icon] = looks[operation.state];
  return (
    <li className={styles.entry}>
      <div className={styles.head}>
        <button
          type="button"
          className={classNames(styles.toggle, open && styles.open)}
          aria-expanded={open}
          aria-controls={bodyId}
          onClick={() => setOpen(!open)}
        >
          <Icon name="chevron-right" sizePx={12} />
          <span>{texts.title(operation)}</span>
        </button>
        {operation.state === 'interrupted' && <RecoveryButtons operation={operation} />}
        <StatusChip tone={tone} icon={icon} state={operation.state}>
          {texts.state(operation.state)}
        </StatusChip>
        <span className={styles.time}>
          <RelativeTime atMs={operation.startedAtMs} />
        </span>
        <span className={styles.took}>
          {operation.endedAtMs !== null && <Duration ms={operation.endedAtMs - operation.startedAtMs} />}
        </span>
      </div>
      <div id={bodyId} hidden={!open}>
        {open && <OperationBody operation={operation} />}
      </div>
    </li>
  );
}

function OperationBody({ operation }: { operation: Operation }) {
  const t = useTranslations('activity');
  const steps = useListedSteps(operation.steps);
  const texts = useOperationTexts();
  const rows = useRowTexts()(operation.result);
  return (
    <section className={styles.body} aria-label={t('steps', { operation: texts.title(operation) })}>
      {operation.error !== null && <ErrorBanner error={operation.error} />}
      <StepList steps={steps} />
      {rows !== null && <p>{rows}</p>}
    </section>
  );
}
