import type { RelationColumn } from '../../../../../shared/contract/relations.ts';
import type { StagedValue } from '../../../../../shared/contract/row-changes.ts';
import type { EditStart } from '../../../components/data-grid/grid-editing.ts';
import { ChoiceEditor } from './choice-editor.tsx';
import { TextEditor } from './text-editor.tsx';
import type { EndEditing } from './use-editor-end.ts';

export interface CellEditorProps {
  column: RelationColumn;
  /** As it stands: read, or staged. What was read only in part is for `ValueEditor`, see `placeOfEditing`. */
  value: StagedValue;
  start: EditStart;
  mostWidthPx: number;
  mostHeightPx: number;
  onEnd: EndEditing;
  /** Goes on in the larger editor; called after `onEnd`. */
  onOpen: () => void;
}

/** Edits one value in the place of its cell, by its type. */
export function CellEditor(props: CellEditorProps) {
  const { valueType } = props.column;
  return valueType === 'boolean' || valueType === 'enum' ? (
    <ChoiceEditor {...props} />
  ) : (
    <TextEditor {...props} />
  );
}
