import { useTranslations } from 'use-intl';
import { Card } from '../../components/card.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { FormPart } from './form-part.ts';
import { ImageField } from './image-field.tsx';
import styles from './new-instance-form.module.css';
import { useIssueTexts } from './use-issue-texts.tsx';

export function ServerFields({ draft, issues, edit }: FormPart) {
  const t = useTranslations('newInstance');
  return (
    <Card title={t('section.server')}>
      <div className={styles.pair}>
        <div data-field="name">
          <TextField
            label={t('label.name')}
            mono
            value={draft.name}
            onChange={(name) => edit({ kind: 'name', name })}
            {...useIssueTexts(issues.name)}
          />
        </div>
        <div data-field="image">
          <ImageField
            value={draft.image}
            onChange={(image) => edit({ kind: 'set', values: { image } })}
            {...useIssueTexts(issues.image)}
          />
        </div>
      </div>
    </Card>
  );
}
