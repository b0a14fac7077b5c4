import { useCallback } from 'react';
import type { WindowError } from '../api/call-failure.ts';
import { useToastStore } from '../stores/toast-store.ts';
import { useErrorPresentation } from './use-error-presentation.ts';

/** Shows the failure of something that was asked for and has no other place on screen. */
export function useErrorToast(): (error: WindowError) => void {
  const present = useErrorPresentation();
  const showToast = useToastStore((store) => store.showToast);
  return useCallback(
    (error) => {
      const { place, text } = present(error);
      if (place !== 'banner') showToast({ id: `error-${error.code}`, tone: 'bad', text });
    },
    [present, showToast],
  );
}
