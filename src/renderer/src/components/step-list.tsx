import { classNames } from './class-names.ts';
import { Duration } from './duration.tsx';
import { PlainText } from './plain-text.tsx';
import styles from './step-list.module.css';

export interface ListedStep {
  key: string;
  label: string;
  /** What a person would type to do the same. */
  command: string | null;
  /** `planned`: nothing runs yet, the steps are only announced. */
  state: 'planned' | 'pending' | 'running' | 'done' | 'failed' | 'skipped' | 'undone';
  durationMs: number | null;
}

const MARKS: Readonly<Record<ListedStep['state'], string>> = {
  planned: '',
  pending: '○',
  running: '●',
  done: '✓',
  failed: '✕',
  skipped: '–',
  undone: '↺',
};

/** Steps in order, each with its mark and command. */
export function StepList({ steps }: { steps: readonly ListedStep[] }) {
  return (
    <ol className={styles.list}>
      {steps.map((step, index) => (
        <li
          key={step.key}
          className={classNames(styles.step, styles[step.state])}
          data-step-state={step.state}
        >
          <span className={styles.mark} aria-hidden="true">
            {step.state === 'planned' ? index + 1 : MARKS[step.state]}
          </span>
          <div className={styles.what}>
            <span className={styles.label}>{step.label}</span>
            {step.command !== null && (
              <code className={styles.command}>
                <PlainText text={step.command} multiline />
              </code>
            )}
          </div>
          <span className={styles.time}>{step.durationMs !== null && <Duration ms={step.durationMs} />}</span>
        </li>
      ))}
    </ol>
  );
}
