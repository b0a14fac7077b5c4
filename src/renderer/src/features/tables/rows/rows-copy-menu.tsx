import type { GridRange } from '../../../components/data-grid/grid-selection.ts';
import { CopyMenu } from '../../results/copy/copy-menu.tsx';
import { copyScope } from '../../results/copy/copy-scope.ts';
import { formatCopy } from '../../results/copy/format-copy.ts';
import type { Copying } from '../../results/copy/use-copy.ts';
import type { TableSubject } from '../table-subject.ts';

interface RowsCopyMenuProps {
  subject: TableSubject;
  rowCount: number;
  selected: GridRange;
  copying: Copying;
  onExport: () => void;
}

/** The selection, or all rows of the page, in one of five formats. */
export function RowsCopyMenu({ subject, rowCount, selected, copying, onExport }: RowsCopyMenuProps) {
  const { columns, name } = subject.relation;
  const scope = copyScope({ rowCount, columns }, selected);
  return (
    <CopyMenu
      scope={scope}
      busy={copying.busy}
      onCopy={(format) => copying.copy(scope.range, (rows) => formatCopy(format, rows, name))}
      onExport={onExport}
    />
  );
}
