import { useTranslations } from 'use-intl';
import { Card } from '../../components/card.tsx';
import { CheckboxField } from '../../components/checkbox-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import type { FormPart } from './form-part.ts';
import styles from './new-instance-form.module.css';
import { ParametersField } from './parameters-field.tsx';
import { useIssueTexts } from './use-issue-texts.tsx';

const POLICIES = ['unless-stopped', 'always', 'on-failure', 'no'] as const;

export function RunningFields(part: FormPart) {
  const { draft, issues, edit } = part;
  const t = useTranslations('newInstance');
  const health = useIssueTexts(issues.healthCheck);
  return (
    <Card title={t('section.more')}>
      <div className={styles.pair}>
        <div data-field="restartPolicy">
          <SelectField
            label={t('label.restartPolicy')}
            value={draft.restartPolicy}
            onChange={(restartPolicy) => edit({ kind: 'set', values: { restartPolicy } })}
            options={POLICIES.map((value) => ({ value, label: t(`restart.${value}`) }))}
            {...useIssueTexts(issues.restartPolicy)}
          />
        </div>
        <div data-field="healthCheck" className={styles.checkbox}>
          <CheckboxField
            label={t('label.healthCheck')}
            checked={draft.healthCheck}
            onChange={(healthCheck) => edit({ kind: 'set', values: { healthCheck } })}
            hint={
              draft.healthCheck ? t('health.on') : <span className={styles.warning}>{health.warning}</span>
            }
          />
        </div>
        <div data-field="parameters" className={styles.whole}>
          <ParametersField {...part} />
        </div>
      </div>
    </Card>
  );
}
