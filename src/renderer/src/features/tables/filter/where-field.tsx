import { useTranslations } from 'use-intl';
import type { WindowError } from '../../../api/call-failure.ts';
import { PlainText } from '../../../components/plain-text.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useErrorPresentation } from '../../../errors/use-error-presentation.ts';
import styles from './filter-panel.module.css';
import { whereProblem } from './where-problem.ts';

interface WhereFieldProps {
  where: string;
  onChange: (where: string) => void;
  /** What the server said of the filter. */
  error: WindowError | null;
  /** Enter was pressed: what is wrong is said now. */
  tried: boolean;
}

/** One SQL expression, beside the conditions. */
export function WhereField({ where, onChange, error, tried }: WhereFieldProps) {
  const t = useTranslations('tables.filter');
  const present = useErrorPresentation();
  const problem = whereProblem(where);
  const text =
    tried && problem !== null ? (
      t(`whereProblem.${problem}`)
    ) : error !== null ? (
      <PlainText text={present(error).text} multiline />
    ) : undefined;
  return (
    <div className={styles.where}>
      <TextField
        label={t('where')}
        placeholder={t('whereExample')}
        mono
        value={where}
        onChange={onChange}
        error={text}
      />
    </div>
  );
}
