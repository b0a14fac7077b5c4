import { useSyncExternalStore } from 'react';
import type { ResultInfo } from '../../../../shared/contract/results.ts';
import { type CellPlace, readResultCell } from '../../api/results.ts';
import type { GridSource } from '../../components/data-grid/grid-source.ts';
import { CellViewer } from './cell-viewer/cell-viewer.tsx';

interface ResultCellProps {
  result: ResultInfo;
  source: GridSource;
  /** Null: a heading, which has no value. */
  place: CellPlace | null;
  onExport: () => void;
  onClose: () => void;
}

/** The active cell's value, whole. */
export function ResultCell({ result, source, place, onExport, onClose }: ResultCellProps) {
  useSyncExternalStore(source.subscribe, source.version);
  const column = place === null ? undefined : result.columns[place.column];
  const value = place === null ? undefined : source.rowAt(place.row)?.[place.column];
  if (place === null || column === undefined || value === undefined) return null;
  return (
    <CellViewer
      place={`${result.id}/${place.row}/${place.column}`}
      column={column}
      row={place.row + 1}
      value={value}
      read={(signal) => readResultCell(result.id, place, signal)}
      onExport={onExport}
      onClose={onClose}
    />
  );
}
