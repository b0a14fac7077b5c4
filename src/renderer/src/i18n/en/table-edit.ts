export const tableEdit = {};
