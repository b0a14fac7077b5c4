import { useMemo } from 'react';
import { type SqlToken, sqlTokens } from '../../../../../shared/sql/sql-tokens.ts';
import styles from './sql-text.module.css';

/** More than this is shown without colours. */
const mostColoured = 100_000;

/** SQL to be read, in the colours of the editor. */
export function SqlText({ text }: { text: string }) {
  const pieces = useMemo(
    () => (text.length > mostColoured ? [{ text, look: undefined }] : piecesOf(text)),
    [text],
  );
  return (
    <pre className={styles.sql}>
      {pieces.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity and are drawn anew with the text
        <span key={index} className={piece.look}>
          {piece.text}
        </span>
      ))}
    </pre>
  );
}

interface Piece {
  text: string;
  look: string | undefined;
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const token of sqlTokens(text)) {
    if (token.start > at) pieces.push({ text: text.slice(at, token.start), look: undefined });
    pieces.push({ text: text.slice(token.start, token.end), look: lookOf(token) });
    at = token.end;
  }
  pieces.push({ text: text.slice(at), look: undefined });
  return pieces;
}

/** Names may be key words, too: those that the app writes are in capitals. */
function lookOf({ kind, text }: SqlToken): string | undefined {
  switch (kind) {
    case 'keyword':
      return text === text.toUpperCase() ? styles.keyword : undefined;
    case 'string':
      return styles.string;
    case 'number':
      return styles.number;
    case 'comment':
      return styles.comment;
    case 'identifier':
    case 'quoted-identifier':
    case 'operator':
    case 'mark':
    case 'placeholder':
      return undefined;
  }
}
