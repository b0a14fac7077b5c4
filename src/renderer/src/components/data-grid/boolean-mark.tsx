import styles from './boolean-mark.module.css';

interface BooleanMarkProps {
  /** As the server writes it, or as a person did. */
  value: string;
  clickable: boolean;
}

const marks: Readonly<Record<string, string>> = { t: '✓', true: '✓', f: '✗', false: '✗' };

/** A boolean as a sign, named by the word; what is neither stands as it is. */
export function BooleanMark({ value, clickable }: BooleanMarkProps) {
  const { [value]: mark } = marks;
  if (mark === undefined) return value;
  const isTrue = mark === '✓';
  return (
    <span
      role="img"
      aria-label={isTrue ? 'true' : 'false'}
      className={isTrue ? styles.true : styles.false}
      {...(clickable ? { 'data-mark': '' } : {})}
    >
      {mark}
    </span>
  );
}
