import { useTranslations } from 'use-intl';
import type { RestorePoint } from '../../../../shared/contract/restore-points.ts';
import { windowErrorOf } from '../../api/call-failure.ts';
import { useUndoReset } from '../../api/instances.ts';
import { Button } from '../../components/button.tsx';
import { useErrorToast } from '../../errors/use-error-toast.ts';
import { useNoEngine } from '../engine/use-no-engine.ts';
import styles from './restore-point-buttons.module.css';

interface RestorePointButtonsProps {
  point: RestorePoint;
  /** The newest one that can be put back. */
  newest: boolean;
  /** Something works on the instance. */
  busy: boolean;
  onRemove: () => void;
}

/** Putting back asks nothing: what it replaces is kept as a restore point too. */
export function RestorePointButtons({ point, newest, busy, onRemove }: RestorePointButtonsProps) {
  const t = useTranslations('restorePoints');
  const undo = useUndoReset();
  const showError = useErrorToast();
  // The newest one of a reset is what undoing means; that of an undo would bring the reset back.
  const undoes = newest && point.reason === 'reset';
  const noEngine = useNoEngine();
  const held = busy ? t('busy') : noEngine;
  return (
    <div className={styles.buttons}>
      <Button
        aria-label={undoes ? t('undo') : t('putBackNamed', { name: point.volume })}
        busy={undo.isPending}
        disabledReason={point.usable ? held : t('unusable')}
        onClick={() =>
          undo.mutate(
            { restorePointId: point.id },
            { onError: (failure) => showError(windowErrorOf(failure)) },
          )
        }
      >
        {t(undoes ? 'undo' : 'putBack')}
      </Button>
      <Button
        variant="ghost"
        aria-label={t('removeNamed', { name: point.volume })}
        disabledReason={held}
        onClick={onRemove}
      >
        {t('remove')}
      </Button>
    </div>
  );
}
