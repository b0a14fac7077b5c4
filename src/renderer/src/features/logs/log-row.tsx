import { classNames } from '../../components/class-names.ts';
import { PlainText } from '../../components/plain-text.tsx';
import type { NumberedLine } from './log-buffer.ts';
import styles from './log-row.module.css';
import { logSeverity } from './log-severity.ts';

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
  hour12: false,
});

/** One line of a log: when the engine got it, and its text tinted by what Postgres calls it. */
export function LogRow({ line, topPx }: { line: NumberedLine; topPx: number }) {
  return (
    <div className={classNames(styles.row, styles[logSeverity(line.text)])} style={{ top: topPx }}>
      {line.atMs !== null && (
        <time
          className={styles.time}
          dateTime={new Date(line.atMs).toISOString()}
          title={new Date(line.atMs).toISOString()}
        >
          {clock.format(line.atMs)}
        </time>
      )}
      <span className={styles.text}>
        <PlainText text={line.text} />
      </span>
    </div>
  );
}
