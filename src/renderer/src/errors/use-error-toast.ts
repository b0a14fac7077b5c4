import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import type { WindowError } from '../api/call-failure.ts';
import { type ToastAction, useToastStore } from '../stores/toast-store.ts';
import { useErrorPresentation } from './use-error-presentation.ts';

/**
 * Shows an error that belongs to nothing on screen. What the whole window already says in a banner is not repeated.
 */
export function useErrorToast(): (error: WindowError) => void {
  const t = useTranslations('operations.action');
  const present = useErrorPresentation();
  const showToast = useToastStore((store) => store.showToast);
  const [, navigate] = useLocation();
  return useCallback(
    (error) => {
      const { place, text, lines, action } = present(error);
      if (place === 'banner') return;
      const offered: ToastAction | undefined =
        action === 'show-activity'
          ? { label: t('showDetails'), onAction: () => navigate('/activity') }
          : undefined;
      showToast({
        id: `error-${error.code}`,
        tone: 'bad',
        text: [text, ...lines.slice(-1)].join(' '),
        action: offered,
      });
    },
    [present, showToast, navigate, t],
  );
}
