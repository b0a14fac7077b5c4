export const dataGrid = {
  keys: 'Arrow keys move, with Shift they select, with Ctrl they go to the edge. The space bar selects rows with Shift, columns with Ctrl. Enter shows the whole value. Ctrl+C copies, Ctrl+F finds. Alt with the left or right arrow resizes the column, Alt with the down arrow fits it.',
  resize: 'Drag to resize, double-click to fit (Alt+←, Alt+→, Alt+↓)',
} as const;
