import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type Toast, useToastStore } from '../stores/toast-store.ts';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import styles from './toast-region.module.css';

const shownMs = 7_000;

/**
 * What was finished, in a corner of its own: it covers nothing. Each toast is a status, read out without taking the
 * focus.
 */
export function ToastRegion() {
  const t = useTranslations('common');
  const toasts = useToastStore((store) => store.toasts);
  return (
    <section className={styles.region} aria-label={t('notifications')}>
      {toasts.map((toast) => (
        <ToastView key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastView({ toast }: { toast: Toast }) {
  const t = useTranslations('common');
  const closeToast = useToastStore((store) => store.closeToast);
  const [held, setHeld] = useState(false);
  const { id, sticky = false, action } = toast;

  useEffect(() => {
    if (sticky || held) return;
    const timer = setTimeout(() => closeToast(id), shownMs);
    return () => clearTimeout(timer);
  }, [id, sticky, held, closeToast]);

  return (
    <div
      role="status"
      className={classNames(styles.toast, styles[toast.tone])}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div>{toast.text}</div>
      {action !== undefined && (
        <Button
          onClick={() => {
            closeToast(id);
            action.onAction();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="close" label={t('close')} onClick={() => closeToast(id)} />
    </div>
  );
}
