import { useMemo } from 'react';
import { type SqlToken, sqlTokens } from '../../../shared/sql/sql-tokens.ts';
import { PlainText } from './plain-text.tsx';
import styles from './sql-code.module.css';

/** Longer text is shown in one colour. */
const mostColoured = 60_000;

const looks: Partial<Record<SqlToken['kind'], string | undefined>> = {
  keyword: styles.keyword,
  string: styles.string,
  number: styles.number,
  comment: styles.comment,
};

/** SQL to read, keywords and values in colours of the editor. */
export function SqlCode({ sql }: { sql: string }) {
  const pieces = useMemo(() => piecesOf(sql), [sql]);
  return (
    <pre className={styles.code}>
      {pieces.map(({ start, text, look }) =>
        look === undefined ? (
          <PlainText key={start} text={text} multiline />
        ) : (
          <span key={start} className={look}>
            <PlainText text={text} multiline />
          </span>
        ),
      )}
    </pre>
  );
}

interface Piece {
  start: number;
  text: string;
  look: string | undefined;
}

function piecesOf(sql: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  const add = (end: number, look: string | undefined) => {
    if (end > done) pieces.push({ start: done, text: sql.slice(done, end), look });
    done = Math.max(done, end);
  };
  for (const { kind, start, end } of sql.length > mostColoured ? [] : sqlTokens(sql)) {
    const look = looks[kind];
    if (look === undefined) continue;
    add(start, undefined);
    add(end, look);
  }
  add(sql.length, undefined);
  return pieces;
}
