export const dataGrid = {
  keys: 'Arrow keys move, with Shift they select, with Ctrl they go to the edge. The space bar selects rows with Shift, columns with Ctrl. Ctrl+C copies, Ctrl+F finds. Alt with the left or right arrow resizes the column, Alt with the down arrow fits it.',
  openKeys: 'Enter shows the whole value.',
  editKeys:
    'Enter or F2 edits the cell, typing replaces its value, Escape gives up. While editing, Enter goes down, Tab to the right. The space bar toggles a boolean. Alt+Delete sets NULL. Ctrl+Enter or F4 opens the whole value. Ctrl+V pastes cells of a spreadsheet, too.',
  sortKeys: 'Alt with the up arrow sorts by the column, with Shift beside the columns before it.',
  jumpKeys: 'Alt+Enter goes to the row that a foreign key refers to, Alt+Backspace back.',
  resize: 'Drag to resize, double-click to fit (Alt+←, Alt+→, Alt+↓)',
} as const;
