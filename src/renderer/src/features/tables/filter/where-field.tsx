import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { TextField } from '../../../components/text-field.tsx';
import styles from './filter-panel.module.css';
import { whereProblem } from './where-problem.ts';

interface WhereFieldProps {
  where: string;
  onChange: (where: string) => void;
  /** What the server said of it. */
  error: ReactNode;
  /** Enter was pressed: what is wrong is said now. */
  tried: boolean;
}

/** One SQL expression, beside the conditions. */
export function WhereField({ where, onChange, error, tried }: WhereFieldProps) {
  const t = useTranslations('tables.filter');
  const problem = whereProblem(where);
  return (
    <div className={styles.where}>
      <span aria-hidden="true" className={styles.sign}>
        {t('where')}
      </span>
      <TextField
        label={t('where')}
        labelHidden
        placeholder={t('whereExample')}
        mono
        value={where}
        onChange={onChange}
        error={tried && problem !== null ? t(`whereProblem.${problem}`) : error}
      />
    </div>
  );
}
