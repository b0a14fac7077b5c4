import { useTranslations } from 'use-intl';
import { classNames } from '../../components/class-names.ts';
import { Icon } from '../../components/icon.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import type { JsonRow } from './json-rows.ts';
import styles from './json-tree.module.css';

interface JsonTreeProps {
  rows: readonly JsonRow[];
  onToggle: (path: string) => void;
}

/** JSON as lines that can be folded. What it holds is shown as text, never as markup. */
export function JsonTree({ rows, onToggle }: JsonTreeProps) {
  return (
    <ul className={styles.tree}>
      {rows.map((row) => (
        <li
          key={row.path}
          className={classNames(styles.row, row.matches && styles.match)}
          style={{ paddingLeft: 12 + row.depth * 16 }}
        >
          {row.text === null ? <Folder row={row} onToggle={onToggle} /> : <Leaf row={row} text={row.text} />}
        </li>
      ))}
    </ul>
  );
}

function Key({ row }: { row: JsonRow }) {
  if (row.key === null) return null;
  return (
    <span className={styles.key}>
      <PlainText text={row.key} />
      {': '}
    </span>
  );
}

function Leaf({ row, text }: { row: JsonRow; text: string }) {
  return (
    <span className={styles.leaf}>
      <Key row={row} />
      <span className={styles[row.kind]}>
        <PlainText text={text} />
      </span>
    </span>
  );
}

function Folder({ row, onToggle }: { row: JsonRow; onToggle: (path: string) => void }) {
  const t = useTranslations('inspect');
  const brackets = row.kind === 'array' ? '[]' : '{}';
  return (
    <button
      type="button"
      className={styles.folder}
      aria-expanded={row.open}
      disabled={row.childCount === 0}
      onClick={() => onToggle(row.path)}
    >
      <span className={classNames(styles.arrow, row.open && styles.open)}>
        {row.childCount > 0 && <Icon name="chevron-right" sizePx={12} />}
      </span>
      <Key row={row} />
      <span className={styles.size}>
        {row.childCount === 0 || !row.open ? brackets : brackets[0]}
        {row.childCount > 0 &&
          !row.open &&
          ` ${t(row.kind === 'array' ? 'items' : 'keys', { count: row.childCount })}`}
      </span>
    </button>
  );
}
