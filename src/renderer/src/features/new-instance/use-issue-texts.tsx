import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { PlainText } from '../../components/plain-text.tsx';
import type { FormIssue } from './form-issue.ts';
import styles from './use-issue-texts.module.css';

/** What texts may mention and an issue need not tell. */
const UNTOLD = {
  holder: 'unknown',
  kind: 'container',
  name: '',
  max: '',
  found: '',
  wanted: '',
  port: '',
  image: '',
  reason: '',
};

interface IssueTexts {
  error: ReactNode;
  warning: ReactNode;
}

/** Issues of a field in the person's language, by severity; undefined where there is none. */
export function useIssueTexts(issues: readonly FormIssue[] = []): IssueTexts {
  const t = useTranslations('newInstance.issue');
  const text = ({ problem, values }: FormIssue) => {
    // As text: a port is no quantity, so it gets no thousands separator.
    const told = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));
    return t(problem, { ...UNTOLD, ...told });
  };
  const lines = (severity: FormIssue['severity']) => {
    const found = [...new Set(issues.filter((issue) => issue.severity === severity).map(text))];
    if (found.length === 0) return undefined;
    return found.map((line) => (
      <span key={line} className={styles.line}>
        <PlainText text={line} />
      </span>
    ));
  };
  const error = lines('error');
  // One thing at a time: what is wrong comes before what is worth knowing.
  return { error, warning: error === undefined ? lines('warning') : undefined };
}
