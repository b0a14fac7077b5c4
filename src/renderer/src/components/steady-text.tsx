import styles from './steady-text.module.css';

/** A text of a button that says one of two things, as wide as the longer one: nothing moves when it changes. */
export function SteadyText({ text, other }: { text: string; other: string }) {
  return (
    <span className={styles.texts}>
      <span>{text}</span>
      <span className={styles.other} aria-hidden="true">
        {other}
      </span>
    </span>
  );
}
