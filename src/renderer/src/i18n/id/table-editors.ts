export const tableEditors = {};
