export const tableFiles = {};
