import { useTranslations } from 'use-intl';
import styles from './command-block.module.css';
import { CopyButton } from './copy-button.tsx';
import { PlainText } from './plain-text.tsx';

/** A command as it can be pasted into a shell. */
export function CommandBlock({ command, copyLabel }: { command: string; copyLabel?: string }) {
  const t = useTranslations('common');
  return (
    <div className={styles.block}>
      <pre className={styles.text}>
        <PlainText text={command} multiline />
      </pre>
      <CopyButton variant="ghost" label={copyLabel ?? t('copyCommand')} text={command} />
    </div>
  );
}
