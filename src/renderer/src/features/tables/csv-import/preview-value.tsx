import { PlainText } from '../../../components/plain-text.tsx';
import styles from './import-tables.module.css';

const mostCharacters = 200;

/** A value as it will be read: NULL is told from its name as a text, an empty text from nothing at all. */
export function PreviewValue({ value }: { value: string | null | undefined }) {
  if (value === undefined) return null;
  if (value === null) return <span className={styles.null}>NULL</span>;
  if (value === '') return <span className={styles.null}>''</span>;
  return <PlainText text={value.length > mostCharacters ? `${value.slice(0, mostCharacters)}…` : value} />;
}
