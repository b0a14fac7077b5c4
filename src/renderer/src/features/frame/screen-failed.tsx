import { useTranslations } from 'use-intl';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';

export function ScreenFailed({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations('frame.failedScreen');
  const common = useTranslations('common');
  return (
    <EmptyState title={t('title')} actions={<Button onClick={onRetry}>{common('tryAgain')}</Button>}>
      {t('text')}
    </EmptyState>
  );
}
