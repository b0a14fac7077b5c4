import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { SqlError } from '../../../../../shared/contract/consoles.ts';
import { PlainText } from '../../../components/plain-text.tsx';
import { ErrorExcerpt } from './error-excerpt.tsx';
import styles from './sql-error-view.module.css';

const parts = ['detail', 'hint', 'constraint', 'where'] as const;

/** All that the server said about an error, in its own words, with the place. */
export function SqlErrorView({ error, actions }: { error: SqlError; actions?: ReactNode }) {
  const t = useTranslations('sql.error');
  const { severity, message, sqlState, at, excerpt } = error;
  return (
    <div className={styles.error}>
      <div className={styles.head}>
        <p className={styles.message}>
          <strong>{severity}:</strong> <PlainText text={message} multiline />
        </p>
        <span className={styles.state}>
          {t('sqlState', { sqlState })}
          {at !== null && ` · ${t('place', { line: at.line, column: at.column })}`}
        </span>
        {actions}
      </div>
      {excerpt !== null && <ErrorExcerpt line={excerpt.line} caret={excerpt.caret} />}
      {parts.some((part) => error[part] !== null) && (
        <dl className={styles.parts}>
          {parts.map((part) => {
            const text = error[part];
            return text === null ? null : (
              <div key={part}>
                <dt>{t(part)}</dt>
                <dd>
                  <PlainText text={text} multiline />
                </dd>
              </div>
            );
          })}
        </dl>
      )}
    </div>
  );
}
