import styles from './plain-text.module.css';
import { visibleCharacters } from './visible-characters.ts';

/**
 * Text that comes from outside (names, labels, logs): shown as text, isolated from the direction of what stands
 * around it, with control and invisible characters made visible.
 */
export function PlainText({ text, multiline = false }: { text: string; multiline?: boolean }) {
  const pieces = visibleCharacters(text, multiline);
  return (
    <bdi>
      {pieces.map((piece, index) =>
        piece.symbol ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity and are drawn anew with the text
          <span key={index} className={styles.symbol}>
            {piece.text}
          </span>
        ) : (
          piece.text
        ),
      )}
    </bdi>
  );
}
