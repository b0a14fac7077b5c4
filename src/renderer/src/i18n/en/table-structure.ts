export const tableStructure = {};
