import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { classNames } from '../../../components/class-names.ts';
import { PlainText } from '../../../components/plain-text.tsx';
import { textBlocks } from './text-blocks.ts';
import styles from './text-view.module.css';

/** A text of any length, wrapped; the browser lays out only what is in sight. */
export function TextView({ text, mono }: { text: string; mono: boolean }) {
  const t = useTranslations('results.viewer');
  const blocks = useMemo(() => textBlocks(text), [text]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classNames(styles.text, mono && styles.mono)} aria-label={t('value')} tabIndex={0}>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place in the text
        <div key={index} className={styles.block}>
          <PlainText text={block} multiline />
        </div>
      ))}
    </section>
  );
}
