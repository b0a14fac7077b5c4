import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { WindowError } from '../api/call-failure.ts';
import { type ErrorPresentation, errorPresentation } from './error-presentation.ts';

/** How to show an error in the person's language. */
export function useErrorPresentation(): (error: WindowError) => ErrorPresentation {
  const t = useTranslations('errors');
  return useCallback((error) => errorPresentation(error, t), [t]);
}
