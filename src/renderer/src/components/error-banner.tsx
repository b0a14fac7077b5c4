import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { WindowError } from '../api/call-failure.ts';
import { useErrorPresentation } from '../errors/use-error-presentation.ts';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import styles from './error-banner.module.css';
import { PlainText } from './plain-text.tsx';

interface ErrorBannerProps {
  error: WindowError;
  /** What could not be done. */
  title?: string;
  onRetry?: (() => void) | undefined;
  actions?: ReactNode;
}

/** An error where the data would stand: what failed, why, the server's own words, and what to do. */
export function ErrorBanner({ error, title, onRetry, actions }: ErrorBannerProps) {
  const t = useTranslations('common');
  const { text, lines } = useErrorPresentation()(error);
  return (
    <Banner
      tone="bad"
      actions={
        <>
          {actions}
          {onRetry !== undefined && <Button onClick={onRetry}>{t('tryAgain')}</Button>}
        </>
      }
    >
      {title !== undefined && <strong>{title}. </strong>}
      <PlainText text={text} />
      {lines.length > 0 && (
        <pre className={styles.lines}>
          <PlainText text={lines.join('\n')} multiline />
        </pre>
      )}
    </Banner>
  );
}
