import { classNames } from '../../../components/class-names.ts';
import { PlainText } from '../../../components/plain-text.tsx';
import styles from './structure-texts.module.css';

/** A definition in the server's words, which may be long. */
export function LongCode({ text }: { text: string }) {
  return (
    <code className={classNames(styles.long, styles.code)}>
      <PlainText text={text} multiline />
    </code>
  );
}
