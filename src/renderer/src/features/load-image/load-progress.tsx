import { useTranslations } from 'use-intl';
import type { Operation } from '../../../../shared/contract/operations.ts';
import { PlainText } from '../../components/plain-text.tsx';
import { Progress } from '../../components/progress.tsx';
import { useByteSize } from '../../components/use-byte-size.ts';
import styles from './load-image-form.module.css';

/** How much of the file the engine has taken, then that it is unpacking. */
export function LoadProgress({ file, operation }: { file: File; operation: Operation | null }) {
  const t = useTranslations('loadImage');
  const bytes = useByteSize();
  const progress = operation?.progress?.unit === 'bytes' ? operation.progress : null;
  const done = progress?.done ?? 0;
  const sent = done >= file.size;
  const finished = operation?.state === 'succeeded';
  const text = finished
    ? t('done', { names: (operation.result?.images ?? []).join(', ') })
    : sent
      ? t('unpacking')
      : t('sending', { done: bytes(done), total: bytes(file.size) });
  return (
    <div className={styles.progress} role="status">
      <Progress
        label={t('title')}
        done={finished ? file.size : done}
        total={sent && !finished ? null : file.size}
      />
      <p className="muted">
        <PlainText text={text} />
      </p>
    </div>
  );
}
