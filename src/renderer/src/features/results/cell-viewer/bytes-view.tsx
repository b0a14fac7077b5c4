import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { VirtualLines } from '../../../components/data-grid/virtual-lines.tsx';
import styles from './bytes-view.module.css';
import { bytesPerLine, hexDumpLine } from './hex-dump-line.ts';

/** Bytes as a dump: place, hexadecimal, what of it is ASCII. */
export function BytesView({ bytes }: { bytes: Uint8Array }) {
  const t = useTranslations('results.viewer');
  const lines = useMemo(() => Math.ceil(bytes.length / bytesPerLine), [bytes]);
  return (
    <div className={styles.frame}>
      <VirtualLines
        label={t('value')}
        count={lines}
        linePx={18}
        renderLine={(index) => {
          const { offset, hex, characters } = hexDumpLine(bytes, index);
          return (
            <div className={styles.line}>
              <span className={styles.offset}>{offset}</span>
              <span className={styles.hex}>{hex}</span>
              <span className={styles.characters}>{characters}</span>
            </div>
          );
        }}
      />
    </div>
  );
}
