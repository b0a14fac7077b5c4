import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { VirtualLines } from '../../../components/data-grid/virtual-lines.tsx';
import styles from './bytes-view.module.css';
import { hexDumpLine } from './hex-dump-line.ts';
import { useIsWide } from './use-is-wide.ts';

/** A line of 16 bytes with its place and characters. */
const wideLinePx = 560;

/** Bytes as a dump: place, hexadecimal, what of it is ASCII. */
export function BytesView({ bytes }: { bytes: Uint8Array }) {
  const t = useTranslations('results.viewer');
  const frame = useRef<HTMLDivElement>(null);
  const bytesPerLine = useIsWide(frame, wideLinePx) ? 16 : 8;
  return (
    <div ref={frame} className={styles.frame}>
      <VirtualLines
        label={t('value')}
        count={Math.ceil(bytes.length / bytesPerLine)}
        linePx={18}
        renderLine={(index) => {
          const { offset, hex, characters } = hexDumpLine(bytes, index, bytesPerLine);
          return (
            <div className={styles.line}>
              <span className={styles.offset}>{offset}</span>
              <span className={bytesPerLine === 16 ? styles.wide : styles.narrow}>{hex}</span>
              <span className={styles.characters}>{characters}</span>
            </div>
          );
        }}
      />
    </div>
  );
}
