import { type CSSProperties, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ResultInfo } from '../../../../shared/contract/results.ts';
import { readResultCell, readResultRows } from '../../api/results.ts';
import { classNames } from '../../components/class-names.ts';
import type { GridHandle } from '../../components/data-grid/data-grid.tsx';
import { headPx, rowPx } from '../../components/data-grid/grid-metrics.ts';
import { rangeOf, selectCell } from '../../components/data-grid/grid-selection.ts';
import { PlainText } from '../../components/plain-text.tsx';
import { copyScope } from './copy/copy-scope.ts';
import type { CopySource } from './copy/copy-source.ts';
import { toPlainCells } from './copy/to-plain-cells.ts';
import { useCopy } from './copy/use-copy.ts';
import { ExportDialog } from './export-dialog.tsx';
import { FindBar } from './find/find-bar.tsx';
import { useResultSearch } from './find/use-result-search.ts';
import { ResultBar } from './result-bar.tsx';
import { ResultCell } from './result-cell.tsx';
import { ResultGrid } from './result-grid.tsx';
import { resultMemory } from './result-memory.ts';
import { ResultNotice } from './result-notice.tsx';
import styles from './result-pane.module.css';
import { useResultShape } from './use-result-shape.ts';
import { useResultSource } from './use-result-source.ts';

interface ResultPaneProps {
  result: ResultInfo;
  expanded: boolean;
  onRunWhole: () => void;
}

/** The rows of a result with what can be done with them: find, copy, export, look at one value. */
export function ResultPane({ result, expanded, onRunWhole }: ResultPaneProps) {
  const t = useTranslations('results');
  const source = useResultSource(result);
  const shape = useResultShape(result, source, expanded);
  const grid = useRef<GridHandle>(null);
  const memoryKey = `${result.id} ${expanded}`;
  const [before] = useState(() => resultMemory.find(memoryKey));
  const [selection, setSelection] = useState(before?.selection ?? selectCell({ row: 0, column: 0 }));
  const [viewing, setViewing] = useState(false);
  const [exporting, setExporting] = useState(false);
  const selected = shape.rangeOf(rangeOf(selection));
  const place = shape.valueAt(selection.active);
  const openExport = () => setExporting(true);
  const backToGrid = () => grid.current?.focus();
  const copying = useCopy(copySourceOf(result), openExport);
  const search = useResultSearch({
    id: result.id,
    size: { rows: result.rowCount, columns: result.columns.length },
    at: place ?? { row: selected.top, column: 0 },
    onFound: (found) => {
      const cell = shape.cellOf(found);
      setSelection(selectCell(cell));
      grid.current?.reveal(cell);
    },
  });

  return (
    <div className={classNames(styles.pane, result.footers.length > 0 && styles.described)}>
      <ResultBar
        result={result}
        scope={copyScope(result, selected)}
        copying={copying}
        find={
          search.isOpen ? (
            <FindBar
              {...search}
              onClose={() => {
                search.close();
                backToGrid();
              }}
            />
          ) : null
        }
        onFind={search.open}
        onExport={openExport}
      />
      <ResultNotice result={result} onRunWhole={onRunWhole} />
      {result.title !== null && (
        <h2 className={styles.title}>
          <PlainText text={result.title} />
        </h2>
      )}
      <div className={styles.body} {...bodyStyle(result, expanded)}>
        <ResultGrid
          ref={grid}
          result={result}
          source={source}
          shape={shape}
          selection={selection}
          onSelect={setSelection}
          start={before?.view}
          onLeave={(view) => resultMemory.keep(memoryKey, { selection, view })}
          onOpen={() => setViewing(true)}
          onEscape={viewing ? () => setViewing(false) : undefined}
          onCopy={() => copying.copy(selected, toPlainCells)}
          onFind={search.open}
          highlight={search.isOpen ? search.text : ''}
        />
        {viewing && (
          <ResultCell
            result={result}
            source={source}
            place={place}
            onExport={openExport}
            onClose={() => {
              setViewing(false);
              backToGrid();
            }}
          />
        )}
      </div>
      {result.footers.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className={styles.footers} aria-label={result.title ?? t('grid')} tabIndex={0}>
          <pre>
            <PlainText text={result.footers.join('\n')} multiline />
          </pre>
        </section>
      )}
      <ExportDialog result={result} open={exporting} onClose={() => setExporting(false)} />
    </div>
  );
}

const copySourceOf = ({ id, columns }: ResultInfo): CopySource => ({
  columns,
  readRows: (from, count, signal) => readResultRows(id, from, count, signal),
  readCell: (place, signal) => readResultCell(id, place, signal),
});

/** Room for a horizontal scroll bar and the frame's lines. */
const aroundPx = 18;

/** Where something stands below the grid, it is no higher than its rows. */
function bodyStyle({ footers, rowCount, columns }: ResultInfo, expanded: boolean): { style?: CSSProperties } {
  if (footers.length === 0) return {};
  const lines = rowCount * (expanded ? columns.length + 1 : 1);
  return { style: { flex: `0 1 ${headPx + Math.max(2, lines) * rowPx + aroundPx}px` } };
}
