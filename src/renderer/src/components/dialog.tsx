import { AlertDialog } from '@base-ui/react/alert-dialog';
import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import type { ReactNode, RefObject } from 'react';
import { classNames } from './class-names.ts';
import styles from './dialog.module.css';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  /** The name of the dialog. */
  title: string;
  /** `confirm`: a question that a click beside it does not answer (role alertdialog). */
  kind?: 'form' | 'confirm';
  /** `very`: for tables in it. */
  wide?: boolean | 'very';
  /** What has the focus at first; else the first control. */
  initialFocus?: RefObject<HTMLElement | null>;
  /** Buttons at the bottom, the safe one first. */
  footer?: ReactNode;
  children: ReactNode;
}

/** A modal dialog: the focus stays in it and goes back afterwards, Escape closes it. */
export function Dialog({
  open,
  onClose,
  title,
  kind = 'form',
  wide,
  initialFocus,
  footer,
  children,
}: DialogProps) {
  const Parts = kind === 'confirm' ? AlertDialog : BaseDialog;
  return (
    <Parts.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Parts.Portal>
        <Parts.Backdrop className={styles.backdrop} />
        <Parts.Popup
          className={classNames(
            styles.popup,
            wide === true && styles.wide,
            wide === 'very' && styles.veryWide,
          )}
          {...(initialFocus === undefined ? {} : { initialFocus })}
        >
          <Parts.Title className={styles.title}>{title}</Parts.Title>
          <div className={styles.body}>{children}</div>
          {footer !== undefined && <div className={styles.footer}>{footer}</div>}
        </Parts.Popup>
      </Parts.Portal>
    </Parts.Root>
  );
}
