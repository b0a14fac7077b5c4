import type { ReactNode } from 'react';
import { Card } from './card.tsx';
import styles from './command-card.module.css';
import { CopyButton } from './copy-button.tsx';
import { PlainText } from './plain-text.tsx';
import { wrapCommand } from './wrap-command.ts';

interface CommandCardProps {
  title: string;
  command: string;
  copyLabel: string;
  /** Where lines may break, in characters. */
  width: number;
  children?: ReactNode;
}

/** Commands as they can be pasted into a shell, as a card of their own. */
export function CommandCard({ title, command, copyLabel, width, children }: CommandCardProps) {
  const text = wrapCommand(command, width);
  return (
    <Card title={title} aside={<CopyButton variant="ghost" label={copyLabel} text={text} />}>
      <pre className={styles.text}>
        <PlainText text={text} multiline />
      </pre>
      {children}
    </Card>
  );
}
