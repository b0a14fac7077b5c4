import { useTranslations } from 'use-intl';
import type { OperationProgress } from '../../../../shared/contract/operations.ts';
import { Progress } from '../../components/progress.tsx';
import { useByteSize } from '../../components/use-byte-size.ts';
import styles from './pull-layers.module.css';

/** How far a pull is, layer by layer. */
export function PullLayers({ progress, label }: { progress: OperationProgress; label: string }) {
  const t = useTranslations('newInstance.progress');
  const bytes = useByteSize();
  if (progress.layers.length === 0) return null;
  return (
    <div className={styles.pull}>
      <Progress label={label} done={progress.done} total={progress.total} />
      <ul className={styles.layers}>
        {progress.layers.map((layer) => (
          <li key={layer.id} className={styles.layer}>
            <code>{layer.id.slice(0, 12)}</code>
            <Progress
              label={t('layer', { id: layer.id.slice(0, 12) })}
              done={layer.state === 'done' ? 1 : layer.doneBytes}
              total={layer.state === 'done' ? 1 : layer.totalBytes}
            />
            <span className={styles.state}>
              {layer.state === 'downloading' && layer.totalBytes !== null
                ? `${bytes(layer.doneBytes)} / ${bytes(layer.totalBytes)}`
                : t(`layerState.${layer.state}`)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
