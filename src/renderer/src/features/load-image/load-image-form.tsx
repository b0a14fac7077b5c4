import { useEffect, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { windowErrorOf } from '../../api/call-failure.ts';
import { useLoadImage } from '../../api/images.ts';
import { useCancelOperation, useOperation } from '../../api/operations.ts';
import { Button } from '../../components/button.tsx';
import { ByteSize } from '../../components/byte-size.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorBanner } from '../../components/error-banner.tsx';
import { FileButton } from '../../components/file-button.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import { useToastStore } from '../../stores/toast-store.ts';
import { useNoEngine } from '../engine/use-no-engine.ts';
import styles from './load-image-form.module.css';
import { LoadProgress } from './load-progress.tsx';

export function LoadImageForm({ onClose }: { onClose: () => void }) {
  const t = useTranslations('loadImage');
  const fileId = useId();
  const formId = useId();
  const [file, setFile] = useState<File | null>(null);
  const [operationId, setOperationId] = useState<string | null>(null);
  const load = useLoadImage();
  const cancel = useCancelOperation();
  const operation = useOperation(operationId);
  const noEngine = useNoEngine();
  const closeToast = useToastStore((store) => store.closeToast);
  const running = load.isPending || operation?.state === 'running';
  const done = operation?.state === 'succeeded';
  const error = operation?.error ?? (running ? null : load.error && windowErrorOf(load.error));

  const ended = operation !== null && operation.state !== 'running' ? operation.id : null;
  useEffect(() => {
    // This dialog tells how it ended, better than a toast could.
    if (ended !== null) closeToast(ended);
  }, [ended, closeToast]);

  const choose = (chosen: File | null) => {
    setFile(chosen);
    setOperationId(null);
    load.reset();
  };
  const submit = () => {
    if (file === null || running) return;
    setOperationId(null);
    load.mutate({ file, onStarted: setOperationId });
  };
  const leave = () => {
    if (running && operationId !== null) cancel.mutate({ operationId });
    onClose();
  };

  return (
    <Dialog
      open
      onClose={running ? () => undefined : onClose}
      title={t('title')}
      footer={
        <>
          <Button onClick={leave}>{t(done ? 'close' : 'cancel')}</Button>
          {!done && (
            <Button
              variant="primary"
              type="submit"
              form={formId}
              busy={running}
              disabledReason={noEngine ?? (file === null ? t('nothingChosen') : null)}
            >
              {t('load')}
            </Button>
          )}
        </>
      }
    >
      {error !== null && <ErrorBanner title={t('failed')} error={error} />}
      <form
        id={formId}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <label className={styles.label} htmlFor={fileId}>
          {t('file')}
        </label>
        <div className={styles.file}>
          <FileButton
            id={fileId}
            label={t('choose')}
            accept=".tar,.gz,.tgz,.xz,.zst,application/x-tar,application/gzip"
            disabled={running || done}
            onFiles={([first]) => choose(first ?? null)}
          />
          {file === null ? <span className="muted">{t('none')}</span> : <ChosenFile file={file} />}
        </div>
        <p className="muted">{t('intro')}</p>
      </form>
      {(running || done) && file !== null && <LoadProgress file={file} operation={operation} />}
    </Dialog>
  );
}

function ChosenFile({ file }: { file: File }) {
  return (
    <span>
      <PlainText text={file.name} /> · <ByteSize bytes={file.size} />
    </span>
  );
}
