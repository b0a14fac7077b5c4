import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { SpecCheck, StorageVerdict } from '../../../../shared/contract/instances.ts';
import { Card } from '../../components/card.tsx';
import { classNames } from '../../components/class-names.ts';
import { VerdictChip } from '../instance/verdict-chip.tsx';
import type { FormPart } from './form-part.ts';
import type { StorageKind } from './instance-draft.ts';
import styles from './storage-fields.module.css';
import { StorageTarget } from './storage-target.tsx';

const KINDS: readonly (readonly [StorageKind, StorageVerdict])[] = [
  ['named-volume', 'kept'],
  ['existing-volume', 'kept'],
  ['folder', 'kept'],
  ['anonymous', 'orphaned-on-removal'],
  ['memory', 'memory-only'],
];

interface StorageFieldsProps extends FormPart {
  /** Of what is typed, as the engine's side judges it. */
  judged: SpecCheck['storage'] | null;
  /** That judgement is about what is typed right now. */
  current: boolean;
}

/** Where the data lives, each choice with what becomes of it. */
export function StorageFields({ judged, current, ...part }: StorageFieldsProps) {
  const t = useTranslations('newInstance');
  const labelId = useId();
  const { draft, issues, edit } = part;
  const invalid = issues.storage?.some(({ severity }) => severity === 'error') === true;
  return (
    <Card title={t('section.storage')}>
      <div
        data-field="storage"
        role="radiogroup"
        aria-labelledby={labelId}
        aria-invalid={invalid || undefined}
      >
        <span id={labelId} className={styles.label}>
          {t('label.storage')}
        </span>
        {KINDS.map(([kind, usual]) => {
          const chosen = draft.storageKind === kind;
          return (
            <div key={kind} className={classNames(styles.choice, chosen && styles.chosen)}>
              <StorageChoice
                kind={kind}
                chosen={chosen}
                verdict={chosen && current && judged !== null ? judged.verdict : usual}
                onChoose={() => edit({ kind: 'set', values: { storageKind: kind } })}
              />
              {chosen && (
                <div className={styles.target}>
                  <StorageTarget {...part} mountPath={judged?.mountPath ?? null} />
                </div>
              )}
            </div>
          );
        })}
      </div>
    </Card>
  );
}

interface StorageChoiceProps {
  kind: StorageKind;
  chosen: boolean;
  verdict: StorageVerdict;
  onChoose: () => void;
}

function StorageChoice({ kind, chosen, verdict, onChoose }: StorageChoiceProps) {
  const t = useTranslations('newInstance.storage');
  const id = useId();
  return (
    <div className={styles.head}>
      <input
        id={id}
        type="radio"
        className={styles.radio}
        name="storage"
        checked={chosen}
        aria-describedby={`${id}-says`}
        onChange={onChoose}
      />
      <label htmlFor={id} className={styles.name}>
        {t(kind)}
      </label>
      <VerdictChip verdict={verdict} />
      <p id={`${id}-says`} className={styles.says}>
        {t(`consequence.${kind}`)}
      </p>
    </div>
  );
}
