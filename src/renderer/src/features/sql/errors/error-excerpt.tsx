import { PlainText } from '../../../components/plain-text.tsx';
import styles from './error-excerpt.module.css';

/**
 * The line of the statement, and a caret exactly below the character that the server named. The caret is put there by
 * the same text once more, unseen: it is right whatever the font makes of accents, emoji and wide characters.
 */
export function ErrorExcerpt({ line, caret }: { line: string; caret: number }) {
  const shown = line.trimEnd();
  return (
    <pre className={styles.excerpt}>
      <div>
        <PlainText text={shown} multiline />
      </div>
      <div aria-hidden="true">
        <span className={styles.unseen}>
          <PlainText text={shown.slice(0, caret)} multiline />
        </span>
        <span className={styles.caret}>^</span>
      </div>
    </pre>
  );
}
